package org.sitrep.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The claims of one article while they are compared, with what only its sentences tell of them. */
final class ArticleClaims {

  /** Where headlines and leads end, in characters of the text. */
  static final int OPENING = 600;

  private final LocalDate published;
  private final List<Claim> claims = new ArrayList<>();
  private final List<Claim> shot = new ArrayList<>();
  private final Map<Integer, Integer> sentences = new HashMap<>();
  private final Set<Integer> pointingBack = new HashSet<>();
  private final Set<Integer> onTop = new HashSet<>();
  private boolean deadlyTitle;

  /** An article published on a day, or null where it is unknown. */
  ArticleClaims(LocalDate published) {
    this.published = published;
  }

  /** When the article was published, or null. */
  LocalDate published() {
    return published;
  }

  /** Its claims, in reading order; open to change. */
  List<Claim> claims() {
    return claims;
  }

  /** Those of whom it says only that they were shot, in reading order. */
  List<Claim> shot() {
    return shot;
  }

  /** Notes the next sentence of the text. */
  void addSentence(int start) {
    sentences.put(start, sentences.size());
  }

  /** Sentences of the text read so far. */
  int sentences() {
    return sentences.size();
  }

  /** The number of a claim's sentence in the text, from 0; 0 in the headline. */
  int sentence(Claim claim) {
    return sentences.getOrDefault(claim.start(), 0);
  }

  /** Notes that the clause of the figure points back at the event: "killed in the attack". */
  void addPointingBack(int figureStart) {
    pointingBack.add(figureStart);
  }

  /** Whether the clause of a figure points back at the event. */
  boolean pointsBack(int figureStart) {
    return pointingBack.contains(figureStart);
  }

  /** Notes that the figure comes on top of others: "five more". */
  void addOnTop(int figureStart) {
    onTop.add(figureStart);
  }

  /** Whether the figure comes on top of others. */
  boolean comesOnTop(Claim claim) {
    return onTop.contains(claim.figureStart());
  }

  /** Notes that the headline names a death. */
  void addDeadlyTitle() {
    deadlyTitle = true;
  }

  /** Whether the headline names a death, whoever died. */
  boolean deadlyTitle() {
    return deadlyTitle;
  }
}
