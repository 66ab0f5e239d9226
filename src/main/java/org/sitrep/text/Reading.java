package org.sitrep.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?][\"”’']?)\\s+(?=[\\p{Lu}\"“‘])");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’.,-][\\p{L}\\p{N}]+)*");

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
    List<Line> lines = new ArrayList<>();
    List<Sentence> sentences = new ArrayList<>();
    if (!headline.isBlank()) {
      sentences.add(sentence(Span.TITLE, headline, 0, headline.length(), Line.Kind.HEADING, -1));
    }
    int start = 0;
    int paragraph = 0;
    for (String line : body.split("\n", -1)) {
      int end = start + line.length();
      if (!line.isBlank()) {
        lines.add(new Line(new Span(Span.TEXT, start, end), Line.Kind.PROSE));
        Matcher gap = SENTENCE_END.matcher(line);
        int from = 0;
        while (gap.find()) {
          sentences.add(
              sentence(
                  Span.TEXT, body, start + from, start + gap.start(), Line.Kind.PROSE, paragraph));
          from = gap.end();
        }
        sentences.add(sentence(Span.TEXT, body, start + from, end, Line.Kind.PROSE, paragraph));
        paragraph++;
      }
      start = end + 1;
    }
    return new Reading(
        headline, body, List.copyOf(lines), Optional.empty(), List.copyOf(sentences));
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
      if (Character.isLetterOrDigit(c)) {
        hash = 31 * hash + Character.toLowerCase(c);
      }
    }
    return hash;
  }

  private static Sentence sentence(
      String field, String whole, int start, int end, Line.Kind kind, int paragraph) {
    List<Token> tokens = new ArrayList<>();
    Matcher word = WORD.matcher(whole).region(start, end);
    while (word.find()) {
      tokens.add(
          new Token(
              word.start(),
              word.end(),
              word.group(),
              word.group().toLowerCase(java.util.Locale.ROOT)));
    }
    return new Sentence(
        new Span(field, start, end),
        whole.substring(start, end),
        kind,
        paragraph,
        List.copyOf(tokens));
  }
}
