package org.sitrep.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.sitrep.report.chart.WorldMap;

/**
 * Views as HTML pages that load nothing: styles and the one script stand inside, the policy of the
 * page lets no other run, and the templates escape every value that is not drawn by us.
 */
final class Pages {

  private static final Configuration TEMPLATES = templates();
  private static final String STYLE =
      resource(Pages.class, "page.css") + resource(WorldMap.class, "chart.css");
  private static final String SCRIPT = resource(Pages.class, "page.js");

  /** The rules of the page: no network, no script but ours. */
  private static final String POLICY =
      "default-src 'none'; script-src 'sha256-"
          + sha256(SCRIPT)
          + "'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

  private Pages() {}

  /** The page of a week. */
  static String of(WeekView week) {
    return page("week.ftlh", week);
  }

  /** The page of all weeks. */
  static String of(IndexView index) {
    return page("index.ftlh", index);
  }

  private static String page(String template, Object view) {
    StringWriter html = new StringWriter(1 << 16);
    try {
      TEMPLATES
          .getTemplate(template)
          .process(Map.of("view", view, "style", STYLE, "script", SCRIPT, "policy", POLICY), html);
    } catch (IOException e) {
      throw new UncheckedIOException("template " + template, e);
    } catch (TemplateException e) {
      throw new IllegalStateException("template " + template + ": " + e.getMessage(), e);
    }
    return html.toString();
  }

  private static Configuration templates() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(Pages.class, "");
    configuration.setDefaultEncoding("UTF-8");
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setLocale(Locale.ENGLISH);
    configuration.setNumberFormat(",##0");
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    DefaultObjectWrapper records =
        new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build();
    configuration.setObjectWrapper(records);
    return configuration;
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(Class<?> owner, String name) {
    try (InputStream stream = owner.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + name + " beside " + owner.getName());
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
