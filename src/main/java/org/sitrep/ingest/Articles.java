package org.sitrep.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.tables.Article;

/** The fields of a record to an article. */
final class Articles {

  private static final int HASH_DIGITS = 16;

  private Articles() {}

  /**
   * An article; empty where the record has neither title nor text.
   *
   * @param fields what the record gives, metadata included
   * @param split where it stands
   * @param record its number in the file
   */
  static Optional<Article> article(Map<Field, Object> fields, InputSplit split, long record) {
    String title = text(fields.get(Field.TITLE));
    String text = text(fields.get(Field.TEXT));
    if (title == null && text == null) {
      return Optional.empty();
    }
    List<String> warnings = new ArrayList<>();
    Object published = fields.get(Field.PUBLISHED_AT);
    Optional<PublicationTime> time = PublicationTime.of(published);
    if (published != null && time.isEmpty()) {
      warnings.add("bad_date");
    }
    if (text == null) {
      warnings.add("no_text");
    }
    String url = word(fields.get(Field.URL));
    String hash = textHash(title, text);
    Instant at = time.map(PublicationTime::at).orElse(null);
    LocalDate date = time.map(PublicationTime::date).orElse(null);
    return Optional.of(
        new Article(
            id(fields, split.file(), url, hash),
            split.file().path(),
            record,
            url,
            source(word(fields.get(Field.SOURCE)), url),
            title,
            text,
            at,
            date,
            language(word(fields.get(Field.LANGUAGE))),
            hash,
            List.copyOf(warnings)));
  }

  private static String id(Map<Field, Object> fields, InputFile file, String url, String hash) {
    String given = word(fields.get(Field.ID));
    if (given != null) {
      return given;
    }
    if (file.format() == InputFormat.TEXT) {
      return Characters.wellFormed(InputFormat.withoutExtension(file.relativePath()));
    }
    return url == null ? hash : hash(url);
  }

  /** First hex digits of SHA-256 over title and text; equal for equal articles. */
  static String textHash(String title, String text) {
    return hash((title == null ? "" : title) + '\0' + (text == null ? "" : text));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The outlet as given; an address given for it, and the article's own, by host. */
  private static String source(String given, String url) {
    if (given == null) {
      return url == null ? null : host(url);
    }
    return given.contains("://") ? Optional.ofNullable(host(given)).orElse(given) : given;
  }

  /** The host of an address in lower case without {@code www.}; null where it has none. */
  static String host(String url) {
    int scheme = url.indexOf("://");
    int start = scheme >= 0 ? scheme + 3 : url.startsWith("//") ? 2 : 0;
    int end = start;
    while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String host = url.substring(start, end).toLowerCase(Locale.ROOT);
    host = host.substring(host.lastIndexOf('@') + 1);
    int port = host.indexOf(':');
    host = port < 0 ? host : host.substring(0, port);
    host = host.startsWith("www.") ? host.substring(4) : host;
    // Without a scheme only what looks like a host is one.
    boolean named = !host.isBlank() && host.chars().noneMatch(Character::isWhitespace);
    return named && (start > 0 || host.indexOf('.') > 0) ? host : null;
  }

  /** ISO 639-1 for a code, a locale or an English name; what is unknown stays as given. */
  static String language(String given) {
    if (given == null) {
      return null;
    }
    String folded = given.toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < folded.length() && Character.isLetter(folded.charAt(end))) {
      end++;
    }
    String primary = folded.substring(0, end);
    return Languages.CODES.getOrDefault(primary, folded);
  }

  private static final class Languages {
    private static final Map<String, String> CODES = new HashMap<>();

    static {
      for (String code : Locale.getISOLanguages()) {
        Locale locale = Locale.forLanguageTag(code);
        CODES.put(code, code);
        CODES.putIfAbsent(locale.getISO3Language(), code);
        CODES.putIfAbsent(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
      }
    }
  }

  private static String text(Object value) {
    String text = value == null ? null : Characters.wellFormed(value.toString());
    return text == null || text.isBlank() ? null : text;
  }

  private static String word(Object value) {
    String text = text(value);
    return text == null ? null : text.strip();
  }
}
