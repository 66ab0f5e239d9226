package org.sitrep.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The weekly report as one HTML page that loads nothing: no script, no picture, no font, no link
 * but to the CSV files beside it. Every value is escaped, since titles and names come from the web.
 */
final class Page {

  /**
   * What the page tells.
   *
   * @param weeks weeks that have incidents, newest first
   * @param weeksLeftOut older weeks that have incidents
   * @param undated incidents whose day is unknown; null where there is none
   * @param quality what to know before using the figures
   */
  record Content(List<Week> weeks, long weeksLeftOut, Week undated, Quality quality) {}

  /**
   * One week, or the incidents of no known week.
   *
   * @param id for example 2015-W17; null for the undated
   * @param start Monday
   * @param end Sunday
   * @param total all of its regions together, also those left out
   * @param regions its regions, deadliest first
   * @param regionCount how many regions it has
   * @param stories its incidents, deadliest first
   */
  record Week(
      String id,
      LocalDate start,
      LocalDate end,
      Total total,
      List<Region> regions,
      long regionCount,
      List<Story> stories) {}

  /** Sums over regions. */
  record Total(long incidents, long articles, Range killed, Range injured) {}

  /**
   * One region in one week.
   *
   * @param types incidents by column of the type
   */
  record Region(
      String country,
      String name,
      String code,
      long incidents,
      Range killed,
      Range injured,
      long articles,
      long sources,
      Map<String, Long> types,
      List<String> warnings) {}

  /** An incident as the page names it. */
  record Story(
      String id,
      String title,
      LocalDate first,
      LocalDate last,
      String place,
      String type,
      Range killed,
      long sources,
      List<String> warnings) {}

  /** What was read, and what of it is uncertain or kept out. */
  record Quality(
      long articles,
      long rejected,
      long undated,
      long unplaced,
      long copies,
      long withoutEvent,
      long claims,
      long claimsKeptOut) {}

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private final StringBuilder html = new StringBuilder(1 << 14);

  private Page() {}

  /** The page as HTML. */
  static String of(Content content) {
    Page page = new Page();
    page.head(content);
    page.html.append("<body>\n<main>\n");
    page.top(content);
    page.glance(content);
    content.weeks().forEach(page::week);
    if (content.undated() != null) {
      page.week(content.undated());
    }
    page.quality(content.quality());
    page.legend();
    page.html.append("</main>\n</body>\n</html>\n");
    return page.html.toString();
  }

  /** A text as it may stand between tags and in quoted attributes. */
  static String escaped(String text) {
    String line = TextTable.line(text);
    StringBuilder escaped = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private void head(Content content) {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(POLICY);
    html.append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>Situation report");
    if (!content.weeks().isEmpty()) {
      html.append(", ").append(escaped(weeks(content.weeks())));
    }
    html.append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n");
  }

  private static String weeks(List<Week> weeks) {
    String first = weeks.get(weeks.size() - 1).id();
    String last = weeks.get(0).id();
    return first.equals(last) ? last : first + " to " + last;
  }

  private void top(Content content) {
    html.append("<header>\n<p class=\"kicker\">sitrep</p>\n<h1>Situation report</h1>\n");
    List<Week> weeks = content.weeks();
    if (weeks.isEmpty()) {
      html.append("<p class=\"lede\">");
      html.append("No incident with a known day is told in what was read.</p>\n</header>\n");
      return;
    }
    html.append("<p class=\"lede\">").append(escaped(weeks(weeks))).append(" · ");
    html.append(count(weeks.size(), "week")).append(" with incidents</p>\n</header>\n");
  }

  /** Weeks side by side, with a bar for the range of the dead. */
  private void glance(Content content) {
    List<Week> weeks = content.weeks();
    if (weeks.isEmpty()) {
      return;
    }
    long most = 1;
    for (Week week : weeks) {
      if (week.total().killed().reported()) {
        most = Math.max(most, week.total().killed().high());
      }
    }
    html.append("<section>\n<h2>Weeks at a glance</h2>\n<table class=\"glance\">\n<thead><tr>");
    html.append("<th scope=\"col\">Week</th><th scope=\"col\" class=\"n\">Incidents</th>");
    html.append("<th scope=\"col\" class=\"n\">Articles</th>");
    html.append("<th scope=\"col\" class=\"n\">Killed</th><td class=\"barcell\"></td>");
    html.append("</tr></thead>\n<tbody>\n");
    for (Week week : weeks) {
      html.append("<tr><th scope=\"row\"><a href=\"#").append(escaped(week.id())).append("\">");
      html.append(escaped(week.id())).append("</a> <span class=\"soft\">");
      html.append(escaped(Days.of(week.start(), week.end()))).append("</span></th>");
      number(week.total().incidents(), "");
      number(week.total().articles(), "");
      range(week.total().killed(), "");
      bar(week.total().killed(), most);
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
    if (content.weeksLeftOut() > 0) {
      note(
          "The latest %d weeks that have incidents; %s left out here, all of them are in region_weeks.csv."
              .formatted(weeks.size(), count(content.weeksLeftOut(), "older week")));
    }
    html.append("</section>\n");
  }

  private void bar(Range killed, long most) {
    html.append("<td class=\"barcell\" aria-hidden=\"true\">");
    if (killed.reported() && killed.high() > 0) {
      html.append("<div class=\"bar\"><i class=\"high\" style=\"width:");
      html.append(percent(killed.high(), most)).append("\"></i><i class=\"best\" style=\"width:");
      html.append(percent(killed.best(), most)).append("\"></i><i class=\"low\" style=\"width:");
      html.append(percent(killed.low(), most)).append("\"></i></div>");
    }
    html.append("</td>");
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
  }

  private void week(Week week) {
    boolean dated = week.id() != null;
    String id = dated ? week.id() : "undated";
    html.append("<section class=\"week\" id=\"").append(escaped(id)).append("\">\n<h2>");
    if (dated) {
      html.append(escaped(id)).append(" <span class=\"soft\">");
      html.append(escaped(Days.of(week.start(), week.end()))).append("</span></h2>\n");
    } else {
      html.append("Day unknown</h2>\n");
      note("Incidents whose articles never tell a day. They count in no week.");
    }
    Total total = week.total();
    html.append("<dl class=\"sums\">");
    sum("incidents", figure(total.incidents()));
    sum("killed", figure(total.killed()));
    sum("injured", figure(total.injured()));
    sum("articles", figure(total.articles()));
    html.append("</dl>\n");
    regions(week);
    stories(week);
    html.append("</section>\n");
  }

  private void sum(String name, String value) {
    html.append("<div><dt>").append(name).append("</dt><dd>").append(value).append("</dd></div>");
  }

  private void regions(Week week) {
    html.append("<table class=\"regions\">\n<thead><tr><th scope=\"col\">Region</th>");
    for (String name : List.of("Incidents", "Killed", "Injured", "Articles", "Sources")) {
      html.append("<th scope=\"col\" class=\"n\">").append(name).append("</th>");
    }
    html.append(
        "<th scope=\"col\">What</th><th scope=\"col\">Warning</th></tr></thead>\n<tbody>\n");
    for (Region region : week.regions()) {
      html.append("<tr><th scope=\"row\"><bdi>").append(escaped(name(region)));
      html.append("</bdi> <span class=\"soft\">").append(escaped(country(region)));
      html.append("</span></th>");
      number(region.incidents(), "Incidents");
      range(region.killed(), "Killed");
      range(region.injured(), "Injured");
      number(region.articles(), "Articles");
      number(region.sources(), "Sources");
      words("What", Words.counted("type", region.types()));
      words("Warning", region.warnings());
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
    long left = week.regionCount() - week.regions().size();
    if (left > 0) {
      note(
          "The %d deadliest regions; %s left out here, all of them are in region_weeks.csv. The sums above count every region."
              .formatted(week.regions().size(), count(left, "more region")));
    }
  }

  private static String name(Region region) {
    boolean known = !"XX".equals(region.code());
    return known && region.name() != null && !region.name().isBlank()
        ? region.name()
        : known ? region.code() : "Region unknown";
  }

  private static String country(Region region) {
    return "XX".equals(region.code()) && "Unknown".equals(region.country())
        ? ""
        : region.country() + ("XX".equals(region.code()) ? "" : " · " + region.code());
  }

  private void stories(Week week) {
    if (week.stories().isEmpty()) {
      return;
    }
    long left = week.total().incidents() - week.stories().size();
    html.append("<h3>").append(left > 0 ? "Deadliest incidents" : "Incidents");
    html.append("</h3>\n<ol class=\"stories\">\n");
    for (Story story : week.stories()) {
      html.append("<li><p class=\"title\"><bdi>").append(escaped(story.title()));
      html.append("</bdi></p>\n<p class=\"facts\">");
      List<String> facts = new ArrayList<>();
      if (story.first() != null) {
        facts.add(escaped(Days.of(story.first(), story.last())));
      }
      if (story.place() != null && !story.place().isBlank()) {
        facts.add("<bdi>" + escaped(story.place()) + "</bdi>");
      }
      facts.add(escaped(story.type()));
      facts.add(
          story.killed().reported() ? "killed " + figure(story.killed()) : "no report of deaths");
      if (story.sources() > 0) {
        facts.add(count(story.sources(), "source"));
      }
      html.append(String.join(" · ", facts));
      for (String warning : story.warnings()) {
        html.append(" <span class=\"mark\">").append(escaped(warning)).append("</span>");
      }
      html.append(" <code>").append(escaped(story.id())).append("</code></p></li>\n");
    }
    html.append("</ol>\n");
    if (left > 0) {
      note(
          "%s left out here; incidents.csv has all of them."
              .formatted(count(left, "more incident")));
    }
  }

  private void quality(Quality quality) {
    html.append("<section class=\"box\">\n<h2>Data quality</h2>\n<dl class=\"sums\">");
    sum("articles read", figure(quality.articles()));
    sum("records rejected", figure(quality.rejected()));
    sum("articles without a day", figure(quality.undated()));
    sum("articles without a region", figure(quality.unplaced()));
    sum("near copies", figure(quality.copies()));
    sum("stories without an event", figure(quality.withoutEvent()));
    sum("casualty claims", figure(quality.claims()));
    sum("of them history, kept out", figure(quality.claimsKeptOut()));
    html.append("</dl>\n</section>\n");
  }

  private void legend() {
    html.append("<section class=\"legend\">\n<h2>How to read it</h2>\n<ul>\n");
    html.append("<li><b>0</b> <span class=\"soft\">(0–50)</span> is the best figure with the ");
    html.append("least and the most of what the claimants say; one number alone means that they ");
    html.append("agree. <b>–</b> means that nobody reports, <b>0</b> that somebody reports none.");
    html.append("</li>\n<li>One event is one incident, however many articles tell it; it counts ");
    html.append("in the ISO 8601 week, Monday to Sunday, of its first day.</li>\n");
    html.append("<li><code>sitrep explain</code> with the code behind an incident shows every ");
    html.append("claim with its sentence and its claimant.</li>\n");
    html.append("<li>Everything in full: <a href=\"region_weeks.csv\">region_weeks.csv</a>, ");
    html.append("<a href=\"region_week_events.csv\">region_week_events.csv</a>, ");
    html.append("<a href=\"incidents.csv\">incidents.csv</a>.</li>\n</ul>\n</section>\n");
  }

  private void note(String words) {
    html.append("<p class=\"note\">").append(escaped(words)).append("</p>\n");
  }

  private void number(long value, String label) {
    html.append("<td class=\"n\" data-label=\"").append(label).append("\">");
    html.append(figure(value)).append("</td>");
  }

  private void range(Range range, String label) {
    html.append("<td class=\"n\" data-label=\"").append(label).append("\">");
    html.append(figure(range)).append("</td>");
  }

  private void words(String label, List<String> words) {
    html.append("<td data-label=\"").append(label).append("\"");
    html.append(words.isEmpty() ? " class=\"empty\">" : ">");
    html.append(escaped(String.join(", ", words))).append("</td>");
  }

  private static String figure(long value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }

  private static String figure(Range range) {
    if (!range.reported()) {
      return "<span class=\"none\" title=\"no report\">–</span>";
    }
    return range.sure()
        ? "<b>" + figure(range.best()) + "</b>"
        : "<b>%s</b> <span class=\"soft\">(%s–%s)</span>"
            .formatted(figure(range.best()), figure(range.low()), figure(range.high()));
  }

  private static String count(long number, String noun) {
    return figure(number) + " " + noun + (number == 1 ? "" : "s");
  }

  private static final String STYLE = style();

  private static String style() {
    try (InputStream stream = Page.class.getResourceAsStream("page.css")) {
      if (stream == null) {
        throw new IllegalStateException("no resource page.css beside " + Page.class.getName());
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
