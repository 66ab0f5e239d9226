package org.sitrep.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An article taken apart once, for every later rule: its lines with their kind, its sentences with
 * tokens, its dateline.
 *
 * @param title the headline, never null
 * @param text the body, never null
 * @param lines the lines of the text in order, furniture included; the title is not among them
 * @param dateline the dateline of an agency story, if it has one
 * @param sentences the title (if any) and the sentences of prose and headings, in reading order
 */
public record Reading(
    String title,
    String text,
    List<Line> lines,
    Optional<Dateline> dateline,
    List<Sentence> sentences) {

  /** A dateline is looked for in this many lines of prose: a caption may stand before it. */
  private static final int DATELINE_LINES = 4;

  /**
   * Reads an article.
   *
   * @param title the headline or null
   * @param text the body or null
   * @param repeatedLines hashes ({@link #lineHash}) of the lines that the article's source repeats
   *     across articles
   */
  public static Reading of(String title, String text, Set<Long> repeatedLines) {
    String headline = title == null ? "" : title;
    String body = text == null ? "" : text;
    List<Line> lines = Lines.of(headline, body, repeatedLines);
    Optional<Dateline> dateline = dateline(body, lines);
    List<Sentence> sentences = new ArrayList<>();
    if (!headline.isBlank()) {
      int from = 0;
      int to = headline.length();
      while (from < to && Character.isWhitespace(headline.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(headline.charAt(to - 1))) {
        to--;
      }
      sentences.add(sentence(Span.TITLE, headline, from, to, Line.Kind.HEADING, -1));
    }
    int paragraph = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.kind() != Line.Kind.PROSE && line.kind() != Line.Kind.HEADING) {
        continue;
      }
      int start = line.span().start();
      int end = line.span().end();
      if (dateline.isPresent() && line.span().contains(dateline.get().span())) {
        start = dateline.get().span().end();
      }
      while (line.kind() == Line.Kind.PROSE && wraps(body, lines, i)) {
        i++;
        end = lines.get(i).span().end();
      }
      if (line.kind() == Line.Kind.HEADING) {
        sentences.add(sentence(Span.TEXT, body, start, end, line.kind(), paragraph));
      } else {
        for (int[] bounds : Sentences.of(body, start, end)) {
          sentences.add(sentence(Span.TEXT, body, bounds[0], bounds[1], line.kind(), paragraph));
        }
      }
      paragraph++;
    }
    return new Reading(headline, body, lines, dateline, List.copyOf(sentences));
  }

  /** The terms of the text's sentences in reading order, the title and furniture left out. */
  public List<String> terms() {
    List<String> terms = new ArrayList<>();
    for (Sentence sentence : sentences) {
      if (!sentence.isTitle()) {
        for (Token token : sentence.tokens()) {
          terms.add(token.term());
        }
      }
    }
    return terms;
  }

  /** The spans of all lines of a kind. */
  public List<Span> spans(Line.Kind kind) {
    return lines.stream().filter(line -> line.kind() == kind).map(Line::span).toList();
  }

  /** The characters of a span. */
  public String at(Span span) {
    return (span.field().equals(Span.TITLE) ? title : text).substring(span.start(), span.end());
  }

  /** A 64-bit hash of a line, blind to case, digits' separators and punctuation. */
  public static long lineHash(String line) {
    long hash = 1125899906842597L;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= 'a' && c <= 'z') {
        hash = 31 * hash + c;
      } else if (Character.isLetterOrDigit(c)) {
        hash = 31 * hash + Character.toLowerCase(c);
      }
    }
    return hash;
  }

  /** The dateline stands before one of the first lines of prose. */
  private static Optional<Dateline> dateline(String body, List<Line> lines) {
    int tried = 0;
    boolean behindByline = false;
    for (Line line : lines) {
      if (line.kind() == Line.Kind.PROSE && tried < DATELINE_LINES) {
        tried++;
        int start = line.span().start();
        int end = line.span().end();
        Optional<Dateline> dateline = Datelines.at(body, start, end);
        if (dateline.isEmpty() && behindByline) {
          dateline = Datelines.bare(body, start, end);
        }
        if (dateline.isPresent() && dateline.get().span().end() < end) {
          return dateline;
        }
      }
      behindByline = line.kind() == Line.Kind.BYLINE;
    }
    return Optional.empty();
  }

  /**
   * Whether a line was broken by its width alone: no blank line behind it, near-full, no closing
   * stop, and either the next line goes on in lower case or its neighbours are of one width.
   */
  private static boolean wraps(String body, List<Line> lines, int i) {
    if (i + 1 >= lines.size() || lines.get(i + 1).kind() != Line.Kind.PROSE) {
      return false;
    }
    Span here = lines.get(i).span();
    Span next = lines.get(i + 1).span();
    int width = here.end() - here.start();
    if (width < 40 || width > 120 || breaks(body, here.end(), next.start()) != 1) {
      return false;
    }
    if (".!?:;”\"".indexOf(body.charAt(here.end() - 1)) >= 0) {
      return false;
    }
    boolean lower = Character.isLowerCase(body.charAt(next.start()));
    boolean within = i > 0 && breaks(body, lines.get(i - 1).span().end(), here.start()) == 1;
    return lower || within && width >= 55 && next.end() - next.start() <= width + 20;
  }

  private static int breaks(String body, int from, int to) {
    int breaks = 0;
    for (int k = from; k < to; k++) {
      breaks += body.charAt(k) == '\n' ? 1 : 0;
    }
    return breaks;
  }

  private static Sentence sentence(
      String field, String whole, int start, int end, Line.Kind kind, int paragraph) {
    return new Sentence(
        new Span(field, start, end),
        whole.substring(start, end),
        kind,
        paragraph,
        Tokens.of(whole, start, end));
  }
}
