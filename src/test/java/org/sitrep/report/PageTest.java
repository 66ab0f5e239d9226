package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PageTest {

  private static final Page.Quality QUALITY = new Page.Quality(2345, 6, 7, 8, 9, 10, 11, 12);
  private static final LocalDate MONDAY = LocalDate.of(2024, 9, 9);

  private static Page.Region region(String name, Range killed, String... warnings) {
    return new Page.Region(
        "Sudan",
        name,
        "SD-DN",
        2,
        killed,
        Range.UNREPORTED,
        5,
        3,
        Map.of("battles", 2L),
        List.of(warnings));
  }

  private static Page.Story story(String title, String... warnings) {
    return new Page.Story(
        "00ff",
        title,
        MONDAY,
        MONDAY,
        "El Fasher",
        "Armed clash",
        new Range(0L, 0L, 50L),
        3,
        List.of(warnings));
  }

  private static Page.Week week(String id, Page.Region region, long regions, Page.Story story) {
    return new Page.Week(
        id,
        id == null ? null : MONDAY,
        id == null ? null : MONDAY.plusDays(6),
        new Page.Total(2, 5, region.killed(), Range.UNREPORTED),
        List.of(region),
        regions,
        List.of(story));
  }

  private static String page(Page.Week week, Page.Week undated) {
    return Page.of(new Page.Content(List.of(week), 4, undated, QUALITY));
  }

  private static String simple(String title) {
    Page.Region region = region(title, new Range(1L, 1L, 1L), title);
    return page(week("2024-W37", region, 1, story(title, title)), null);
  }

  @Test
  void figuresAreRangesAndNoReportIsNotZero() {
    String page =
        page(
            week("2024-W37", region("North Darfur", new Range(0L, 0L, 1200L)), 1, story("A raid")),
            null);
    assertThat(page)
        .contains("<b>0</b> <span class=\"soft\">(0–1,200)</span>")
        .contains("<span class=\"none\" title=\"no report\">–</span>")
        .contains("9–15 Sep 2024", "North Darfur", "Sudan · SD-DN", "battles 2");
  }

  @Test
  void figuresThatAgreeAreOneNumber() {
    assertThat(simple("A raid")).contains("data-label=\"Killed\"><b>1</b></td>");
  }

  @Test
  void undatedIncidentsStandLastUnderTheirOwnHeading() {
    Page.Region region = region("Gedaref", Range.UNREPORTED, "day unknown");
    String page =
        page(
            week("2024-W37", region("North Darfur", Range.UNREPORTED), 1, story("A raid")),
            week(null, region, 1, story("A clash")));
    assertThat(page.indexOf("Day unknown")).isGreaterThan(page.indexOf("North Darfur"));
    assertThat(page.indexOf("Gedaref")).isGreaterThan(page.indexOf("Day unknown"));
    assertThat(page).doesNotContain(">null<");
  }

  @Test
  void whatIsCutIsSaid() {
    String page =
        page(week("2024-W37", region("North Darfur", Range.UNREPORTED), 31, story("A raid")), null);
    assertThat(page)
        .contains(
            "4 older weeks left out here", "30 more regions left out", "1 more incident left");
  }

  @Test
  void theDataQualityBoxTellsWhatIsUncertain() {
    assertThat(simple("A raid"))
        .contains("<dt>articles read</dt><dd>2,345</dd>")
        .contains("<dt>records rejected</dt><dd>6</dd>")
        .contains("<dt>articles without a day</dt><dd>7</dd>")
        .contains("<dt>articles without a region</dt><dd>8</dd>")
        .contains("<dt>near copies</dt><dd>9</dd>")
        .contains("<dt>of them history, kept out</dt><dd>12</dd>");
  }

  @Test
  void anEmptyCorpusGivesAPage() {
    assertThat(
            Page.of(new Page.Content(List.of(), 0, null, new Page.Quality(0, 0, 0, 0, 0, 0, 0, 0))))
        .contains("No incident with a known day")
        .endsWith("</html>\n");
  }

  @Test
  void theWebStaysText() {
    String page = simple("<script>alert('x')</script><a href=\"javascript:go()\">");
    assertThat(page)
        .doesNotContain("<script", "href=\"javascript")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
  }

  @Test
  void thePageLoadsNothing() {
    String page = simple("A raid");
    assertThat(page).contains("default-src 'none'; style-src 'unsafe-inline'");
    assertThat(page).doesNotContain("http://", "https://", "url(", "@import", " src=", "<link");
    Matcher links = Pattern.compile("href=\"([^\"]*)\"").matcher(page);
    while (links.find()) {
      assertThat(links.group(1)).matches("#\\d{4}-W\\d{2}|[a-z_]+\\.csv");
    }
  }

  /** Tags and attributes of the page do not depend on what the articles say. */
  @Property(tries = 200)
  void noTextChangesTheMarkup(@ForAll String title) {
    Pattern words = Pattern.compile(">[^<]*<");
    assertThat(words.matcher(simple("x" + title)).replaceAll("><"))
        .isEqualTo(words.matcher(simple("x")).replaceAll("><"));
  }
}
