package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PagesTest {

  private static WeekView view(String text, String url) {
    WeekView.Figure none = Figures.of(Range.UNREPORTED);
    WeekView.Source source = new WeekView.Source(text, text, url, text, true);
    return new WeekView(
        "2015-W17",
        "20–26 Apr 2015",
        text,
        null,
        "2015-W18",
        List.of(text),
        null,
        1,
        "",
        "killed a week, 12 weeks",
        List.of(
            new WeekView.Region(
                text,
                text,
                text,
                2,
                Figures.of(new Range(0L, 0L, 50L)),
                "",
                none,
                5,
                3,
                List.of(text),
                "",
                List.of(text),
                List.of(text),
                List.of(text))),
        3,
        List.of(
            new WeekView.Incident(
                "00ff",
                "incident-00ff",
                text,
                true,
                List.of(text),
                Figures.of(new Range(1234L, 1234L, 1234L)),
                text,
                none,
                "69 %",
                List.of(text),
                List.of(
                    new WeekView.Claimant(
                        text, text, List.of(new WeekView.Claim(text, text, text, text)))),
                7,
                List.of(source),
                8)),
        9,
        new WeekView.Changes(
            text,
            1,
            2,
            List.of(new WeekView.Revision(text, text, text, text, List.of(source), 1)),
            4),
        new WeekView.Quality(
            List.of(new WeekView.Line(text, text, text)),
            List.of(new WeekView.Uncovered(text, 2, 14, List.of(text)))),
        WeekFiles.names("2015-W17"));
  }

  @Test
  void figuresAreRangesAndNoReportIsNotZero() {
    assertThat(Pages.of(view("x", null)))
        .contains("data-order=\"0\"><b>0</b> <span class=\"soft bounds\">(0–50)</span>")
        .contains("data-order=\"-1\"><span class=\"none\" title=\"no report\">–</span>")
        .contains("Killed <b>1,234</b>");
  }

  @Test
  void whatIsCutIsSaid() {
    assertThat(Pages.of(view("x", null)))
        .contains("The 1 deadliest regions; 3 more are in <a href=\"2015-W17-regions.csv\">")
        .contains("7 more claims: <code>sitrep explain 00ff</code>", "8 more articles.")
        .contains("9 more incidents are in <a href=\"2015-W17-incidents.csv\">")
        .contains("4 more regions changed.", "2 of 14");
  }

  @Test
  void theOneScriptIsTheOneThatThePolicyNames() throws Exception {
    String page = Pages.of(view("x", null));
    Matcher script = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);
    assertThat(script.find()).isTrue();
    String hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(script.group(1).getBytes(StandardCharsets.UTF_8)));
    assertThat(script.find()).isFalse();
    assertThat(page).contains("default-src &#39;none&#39;; script-src &#39;sha256-" + hash);
    assertThat(page).doesNotContainPattern("(?i)\\b(src|srcset|action|@import)\\s*=|url\\(");
  }

  @Test
  void anEmptyOutputGivesAnIndex() {
    assertThat(Pages.of(new IndexView(null, "", "", List.of(), 0, List.of(), List.of())))
        .contains("No incident is told in what was read.");
  }

  /** Whatever a text holds, the page has the tags that it has for a harmless one. */
  @Property(tries = 200)
  void noTextChangesTheMarkup(@ForAll String text) {
    assertThat(tags(Pages.of(view("x" + text, "https://a.example/?q=\"><script>"))))
        .isEqualTo(tags(Pages.of(view("x", "https://a.example/"))));
  }

  private static List<String> tags(String page) {
    String body = page.substring(page.indexOf("<body>"));
    return Pattern.compile("</?[a-zA-Z]+")
        .matcher(body)
        .results()
        .map(result -> result.group())
        .toList();
  }
}
