package org.sitrep.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sitrep.time.DateInference;

/**
 * Reconciles text files as one incident and prints the sum: {@code IncidentTrial FOLDER
 * PREFIX[@DATE]...}. Not a test.
 */
final class IncidentTrial {
  private IncidentTrial() {}

  /** Reads the files whose names begin with the prefixes. */
  public static void main(String[] args) throws IOException {
    List<FiguresMeasure.Read> reads = new ArrayList<>();
    List<DateInference.Evidence> evidence = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      String[] parts = args[i].split("@");
      Path file;
      try (Stream<Path> files = Files.list(Path.of(args[0]))) {
        file =
            files
                .filter(f -> f.getFileName().toString().startsWith(parts[0]))
                .findFirst()
                .orElseThrow();
      }
      FiguresMeasure.Read read =
          FiguresMeasure.read(
              null, Files.readString(file), parts.length > 1 ? LocalDate.parse(parts[1]) : null);
      reads.add(read);
      evidence.add(
          new DateInference.Evidence(
              parts[0],
              read.published(),
              read.dates(),
              read.main().startExpression(),
              read.main().endExpression()));
    }
    DateInference.Incident dated = DateInference.infer(evidence);
    List<Reconciliation.Source> sources = new ArrayList<>();
    for (int i = 0; i < reads.size(); i++) {
      LocalDate published = dated.articles().get(i).publishedDate();
      System.out.println(
          evidence.get(i).articleId() + " published " + published + " " + reads.get(i).main());
      List<Claim> claims = new ArrayList<>();
      for (Claim claim : reads.get(i).claims()) {
        claims.add(claim.datedFrom(published));
      }
      sources.add(
          new Reconciliation.Source(
              evidence.get(i).articleId(), null, null, published, null, claims));
    }
    Event main = reads.get(0).main();
    Reconciliation.Result result =
        Reconciliation.of(
            new Reconciliation.Incident(
                main.eventType(),
                dated.window(),
                main.placeName(),
                main.latitude(),
                main.longitude(),
                main.countryCode(),
                main.regionCode()),
            sources);
    System.out.println("window " + dated.window());
    for (ReconciledClaim claim : result.claims()) {
      Claim c = claim.claim();
      System.out.println(
          claim.articleId()
              + " "
              + c.effect()
              + " "
              + c.numberLow()
              + ".."
              + c.numberHigh()
              + " "
              + c.modality()
              + " "
              + c.victimClass()
              + " ["
              + c.victimText()
              + "] by "
              + c.claimant()
              + "/"
              + c.claimantSide()
              + " on "
              + c.claimDate()
              + " of "
              + c.dateExpression()
              + " "
              + c.scope()
              + " at "
              + c.placeName()
              + " -> "
              + claim.status()
              + ": "
              + claim.reason());
    }
    System.out.println(result.figures());
  }
}
