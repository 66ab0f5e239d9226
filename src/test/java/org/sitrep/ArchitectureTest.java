package org.sitrep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.spark.sql.SparkSession;

/** Dependencies run down only; the pure rooms know nothing of Spark. */
@AnalyzeClasses(packages = "org.sitrep", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] PURE = {
    "..sitrep.text..",
    "..sitrep.place..",
    "..sitrep.time..",
    "..sitrep.event..",
    "..sitrep.evaluate.."
  };
  private static final String[] STEPS = {
    "..sitrep.ingest..",
    "..sitrep.annotate..",
    "..sitrep.cluster..",
    "..sitrep.reconcile..",
    "..sitrep.correct..",
    "..sitrep.statistics..",
    "..sitrep.report.."
  };

  @ArchTest
  static final ArchRule pureRoomsDoNotKnowSpark =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark..",
              "org.apache.hadoop..",
              "scala..",
              "com.fasterxml..",
              "org.sitrep.tables..");

  /** It writes JSON, so it may know Jackson. */
  @ArchTest
  static final ArchRule generatorDoesNotKnowSpark =
      noClasses()
          .that()
          .resideInAPackage("..sitrep.generate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

  /** The charts are text out of numbers: they know the dictionaries' reader and nothing else. */
  @ArchTest
  static final ArchRule chartsKnowOnlyText =
      classes()
          .that()
          .resideInAPackage("..sitrep.report.chart..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "..sitrep.report.chart..", "..sitrep.text..");

  @ArchTest
  static final ArchRule onlyTheReportDrawsCharts =
      classes()
          .that()
          .resideInAPackage("..sitrep.report.chart..")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("..sitrep.report..");

  @ArchTest
  static final ArchRule dependenciesRunDownOnly =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.sitrep..")
          .layer("command line")
          .definedBy("org.sitrep")
          .layer("steps")
          .definedBy(STEPS)
          .layer("measures")
          .definedBy("org.sitrep.evaluate..")
          .layer("generator")
          .definedBy("org.sitrep.generate..")
          .layer("notebooks")
          .definedBy("org.sitrep.notebook..")
          .layer("tables")
          .definedBy("org.sitrep.tables..")
          .layer("event")
          .definedBy("org.sitrep.event..")
          .layer("place")
          .definedBy("org.sitrep.place..")
          .layer("time")
          .definedBy("org.sitrep.time..")
          .layer("text")
          .definedBy("org.sitrep.text..")
          .whereLayer("command line")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("steps")
          .mayOnlyBeAccessedByLayers("command line")
          .whereLayer("measures")
          .mayOnlyBeAccessedByLayers("command line")
          .whereLayer("measures")
          .mayNotAccessAnyLayer()
          .whereLayer("generator")
          .mayOnlyBeAccessedByLayers("command line")
          .whereLayer("generator")
          .mayOnlyAccessLayers("text")
          .whereLayer("notebooks")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("notebooks")
          .mayOnlyAccessLayers("tables")
          .whereLayer("tables")
          .mayOnlyBeAccessedByLayers("command line", "steps", "notebooks")
          .whereLayer("event")
          .mayOnlyBeAccessedByLayers("command line", "steps", "tables")
          .whereLayer("place")
          .mayOnlyBeAccessedByLayers("command line", "steps", "tables", "event")
          .whereLayer("time")
          .mayOnlyBeAccessedByLayers("command line", "steps", "tables", "event")
          .whereLayer("text")
          .mayOnlyBeAccessedByLayers(
              "command line", "steps", "generator", "tables", "event", "place", "time");

  @ArchTest
  static final ArchRule noStepImportsAnother =
      slices()
          .matching("org.sitrep.(ingest|annotate|cluster|reconcile|correct|statistics|report)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule noCircles = slices().matching("org.sitrep.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyMainMakesASession =
      noClasses()
          .that()
          .areNotAssignableTo(Main.class)
          .should()
          .callMethod(SparkSession.class, "builder");

  @ArchTest
  static final ArchRule nobodySetsTheMaster =
      noClasses().should().callMethod(SparkSession.Builder.class, "master", String.class);

  @ArchTest
  static final ArchRule nobodyUsesTheDefaultZone =
      noClasses()
          .should()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.ZoneId.class, "systemDefault");

  @ArchTest
  static final ArchRule everyClassHasAName =
      classes()
          .should()
          .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Base)$")
          .because("a name says what a class is");
}
