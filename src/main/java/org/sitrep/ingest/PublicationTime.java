package org.sitrep.ingest;

import static java.util.stream.Collectors.toSet;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.text.Resources;

/**
 * The publication time that a record gives. The day is the calendar day as the source wrote it; a
 * time without a zone counts as UTC, a day without a time as its start.
 *
 * @param at the time, UTC
 * @param date the day
 */
record PublicationTime(Instant at, LocalDate date) {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final int LONGEST = 80;

  private static final String WEEKDAY = "(?:\\p{L}{3,9}\\.?,?\\s+)?";
  private static final String MONTH = "(?<month>\\p{L}{3,9})\\.?";
  private static final String ZONE = "(?<zone>[A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?)";
  private static final String TIME =
      "(?:(?:T|\\s*,?\\s+(?:(?:at|-|–)\\s+)?)"
          + "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?"
          + "\\s*(?<half>[AaPp]\\.?[Mm]\\.?)?\\s*"
          + ZONE
          + "?(?:\\[[^\\]]*\\])?)?";

  private static final List<Form> FORMS =
      List.of(
          // 2015-04-25, 2015/4/25 06:07:00, 2015-04-25T06:07:00.123+03:00[Asia/Damascus]
          form("(?<year>\\d{4})([-/.])(?<monthNumber>\\d{1,2})\\2(?<day>\\d{1,2})" + TIME),
          // 20150425, 20150425060700, 20150425T060700Z
          form(
              "(?<year>\\d{4})(?<monthNumber>\\d{2})(?<day>\\d{2})"
                  + "(?:T?(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})(?<zone>Z|[+-]\\d{4})?)?"),
          // Sat, 25 Apr 2015 06:07:00 GMT (RFC 1123); 25th April 2015
          form(
              WEEKDAY
                  + "(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+"
                  + MONTH
                  + ",?[\\s-]+(?<year>\\d{4})"
                  + TIME),
          // April 25, 2015 6:07 am
          form(
              WEEKDAY + MONTH + "\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})" + TIME),
          // Sat Apr 25 06:07:00 +0000 2015
          form(
              WEEKDAY
                  + MONTH
                  + "\\s+(?<day>\\d{1,2})\\s+(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})\\s+"
                  + ZONE
                  + "\\s+(?<year>\\d{4})"),
          // 25.04.2015: with full stops the day comes first everywhere
          form("(?<day>\\d{1,2})\\.(?<monthNumber>\\d{1,2})\\.(?<year>\\d{4})" + TIME),
          // 25/04/2015 and 04/25/2015: read only where just one order is possible
          form("(?<one>\\d{1,2})([/-])(?<two>\\d{1,2})\\2(?<year>\\d{4})" + TIME));

  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    List<String> names =
        List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    for (int i = 0; i < names.size(); i++) {
      MONTHS.put(names.get(i), i + 1);
      MONTHS.put(names.get(i).substring(0, 3), i + 1);
    }
    MONTHS.put("sept", 9);
  }

  private static final class Zones {
    private static final Map<String, ZoneOffset> OFFSETS = new HashMap<>();

    static {
      for (String[] row : Resources.rows(PublicationTime.class, "zones.tsv")) {
        OFFSETS.put(row[0], ZoneOffset.of(row[1]));
      }
    }
  }

  /**
   * A way to write a time.
   *
   * @param pattern its pattern
   * @param groups the named groups that the pattern has
   */
  private record Form(Pattern pattern, Set<String> groups) {
    private static final Pattern GROUP = Pattern.compile("\\(\\?<(\\w+)>");

    Optional<Map<String, String>> match(String text) {
      Matcher matcher = pattern.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Map<String, String> parts = new HashMap<>();
      groups.forEach(group -> parts.put(group, matcher.group(group)));
      return Optional.of(parts);
    }
  }

  private static Form form(String regex) {
    return new Form(
        Pattern.compile(regex, Pattern.CASE_INSENSITIVE),
        Form.GROUP.matcher(regex).results().map(group -> group.group(1)).collect(toSet()));
  }

  /** The time that a value gives; empty where it gives none or an absurd one. */
  static Optional<PublicationTime> of(Object value) {
    try {
      return read(value)
          .filter(time -> time.date.getYear() >= FIRST_YEAR && time.date.getYear() <= LAST_YEAR);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublicationTime> read(Object value) {
    if (value instanceof LocalDate date) {
      return Optional.of(new PublicationTime(date.atStartOfDay().toInstant(ZoneOffset.UTC), date));
    }
    if (value instanceof Instant at) {
      return Optional.of(utc(at));
    }
    if (value instanceof Number number) {
      return epoch(number.longValue());
    }
    return value == null ? Optional.empty() : read(value.toString().strip());
  }

  private static Optional<PublicationTime> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    for (Form form : FORMS) {
      Optional<Map<String, String>> parts = form.match(text);
      if (parts.isPresent()) {
        return parts.map(PublicationTime::read);
      }
    }
    return number(text);
  }

  private static PublicationTime read(Map<String, String> parts) {
    int year = Integer.parseInt(parts.get("year"));
    LocalDate date;
    if (has(parts, "one")) {
      int one = number(parts, "one");
      int two = number(parts, "two");
      if (one <= 12 && two <= 12 && one != two) {
        throw new DateTimeException("day or month first");
      }
      date = one > 12 ? LocalDate.of(year, two, one) : LocalDate.of(year, one, two);
    } else {
      date = LocalDate.of(year, month(parts), number(parts, "day"));
    }
    int hour = number(parts, "hour");
    if (has(parts, "half")) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("hour " + hour);
      }
      boolean afternoon = Character.toLowerCase(parts.get("half").charAt(0)) == 'p';
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    LocalDateTime local =
        date.atTime(hour, number(parts, "minute"), number(parts, "second"), nanos(parts));
    return new PublicationTime(local.toInstant(zone(parts)), date);
  }

  private static int month(Map<String, String> parts) {
    if (has(parts, "monthNumber")) {
      return number(parts, "monthNumber");
    }
    Integer month = MONTHS.get(parts.get("month").toLowerCase(Locale.ROOT));
    if (month == null) {
      throw new DateTimeException("no month " + parts.get("month"));
    }
    return month;
  }

  private static int nanos(Map<String, String> parts) {
    return has(parts, "fraction")
        ? Integer.parseInt((parts.get("fraction") + "00000000").substring(0, 9))
        : 0;
  }

  private static ZoneOffset zone(Map<String, String> parts) {
    if (!has(parts, "zone")) {
      return ZoneOffset.UTC;
    }
    String zone = parts.get("zone").toUpperCase(Locale.ROOT);
    int sign = Math.max(zone.indexOf('+'), zone.indexOf('-'));
    if (sign < 0) {
      // The day stands whatever the zone means.
      return Zones.OFFSETS.getOrDefault(zone, ZoneOffset.UTC);
    }
    String digits = zone.substring(sign + 1).replace(":", "");
    int hours =
        Integer.parseInt(digits.length() <= 2 ? digits : digits.substring(0, digits.length() - 2));
    int minutes =
        digits.length() <= 2 ? 0 : Integer.parseInt(digits.substring(digits.length() - 2));
    int seconds = hours * 3600 + minutes * 60;
    return ZoneOffset.ofTotalSeconds(zone.charAt(sign) == '-' ? -seconds : seconds);
  }

  private static boolean has(Map<String, String> parts, String group) {
    return parts.get(group) != null;
  }

  private static int number(Map<String, String> parts, String group) {
    return has(parts, group) ? Integer.parseInt(parts.get(group)) : 0;
  }

  /** Digits alone, with or without a fraction: seconds or milliseconds since 1970. */
  private static Optional<PublicationTime> number(String text) {
    int end = text.indexOf('.');
    String digits = end < 0 ? text : text.substring(0, end);
    if (digits.isEmpty() || digits.length() > 18) {
      return Optional.empty();
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return Optional.empty();
      }
    }
    return epoch(Long.parseLong(digits));
  }

  /** Seconds, milliseconds, microseconds or a day like 20150425: told apart by their length. */
  private static Optional<PublicationTime> epoch(long value) {
    if (value >= 1_000L * 10_000 && value < 100_000_000L) {
      // Seconds would lie in the first three years of the epoch: a day in digits is meant.
      return Optional.of(
              LocalDate.of((int) (value / 10_000), (int) (value / 100 % 100), (int) (value % 100)))
          .map(date -> new PublicationTime(date.atStartOfDay().toInstant(ZoneOffset.UTC), date));
    }
    if (value < 100_000_000L) {
      return Optional.empty();
    }
    if (value < 100_000_000_000L) {
      return Optional.of(utc(Instant.ofEpochSecond(value)));
    }
    if (value < 100_000_000_000_000L) {
      return Optional.of(utc(Instant.ofEpochMilli(value)));
    }
    return Optional.of(utc(Instant.ofEpochSecond(value / 1_000_000, value % 1_000_000 * 1_000)));
  }

  private static PublicationTime utc(Instant at) {
    return new PublicationTime(at, at.atOffset(ZoneOffset.UTC).toLocalDate());
  }
}
