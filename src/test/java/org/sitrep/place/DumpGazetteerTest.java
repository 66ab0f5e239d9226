package org.sitrep.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DumpGazetteerTest {

  private static final Path DUMP = Path.of("src/test/resources/org/sitrep/place/dump");

  @TempDir private static Path shared;

  private static Gazetteer gazetteer;

  @BeforeAll
  static void open() throws IOException {
    gazetteer = Gazetteer.of(copy(shared.resolve("dump")).toString());
  }

  static Path copy(Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(DUMP)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return to;
  }

  @ParameterizedTest
  @CsvSource({
    // name, feature, id, region
    "Kafr Sajnah, city, 900000001, SY-ID",
    "Kafr Sijna, city, 900000001, SY-ID",
    "Kafr Seijnah, city, 900000001, SY-ID",
    "Maarrat Harmah, city, 900000002, SY-ID",
    "Idlib City, city, 169389, SY-ID",
    "Jisr al-Shughur District, county, 900000003, SY-ID",
    "Jisr ash Shughur Area, county, 900000003, SY-ID",
    "Zaatari Refugee Camp, quarter, 900000007, JO-MA",
    "Lesvos, area, 900000008, GR-K",
    "Lesbos, area, 900000008, GR-K",
    "Rafah, city, 281102, PS-RFH",
    "Qaryat al Mihwar, city, 900000011, LY.99",
    "Mihwar, region, 900000012, LY.99",
    "Mihwar Province, region, 900000012, LY.99",
    "Duisburg-Hafen, quarter, 8504951, DE-NW",
    "Ruhrorter Hafen, quarter, 8504951, DE-NW"
  })
  void namesLeadToThePlacesOfTheDump(String name, String feature, long id, String region) {
    assertThat(gazetteer.lookup(name))
        .anySatisfy(
            place -> {
              assertThat(place.feature()).isEqualTo(feature);
              assertThat(place.geonameId()).isEqualTo(id);
              assertThat(place.regionCode()).isEqualTo(region);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Orontes", // a stream
    "Tall Mardikh", // historical
    "Parigi", // a language that is none of the country's
    "Lutetia", // a historical name
    "City of Light", // a colloquial one
    "PAR", // an airport's code
    "Haven van Duisburg",
    "Washington School", // a feature that news does not name
    "Police", // a hamlet called like a word
    "March", // another name that is a word
    "Sea of Nowhere", // of no country
    "Belgrade Area", // of a country that is no more
    "Nahr al Asi"
  })
  void whatNewsDoesNotNameIsLeftOut(String name) {
    assertThat(gazetteer.lookup(name))
        .noneMatch(place -> place.geonameId() != null && !place.is(Place.COUNTRY));
  }

  @Test
  void whatIsCuratedStands() {
    Gazetteer embedded = Gazetteer.embedded();
    assertThat(gazetteer.countries()).containsExactlyElementsOf(embedded.countries());
    assertThat(gazetteer.divisions()).containsAll(embedded.divisions());
    assertThat(gazetteer.division("LY.99").map(Place::name)).contains("Mihwar");
    assertThat(gazetteer.division("LY.99").map(Place::latitude)).contains(25.0);
    assertThat(gazetteer.division("PS.GZ")).isEmpty();
    assertThat(gazetteer.divisions()).hasSize(embedded.divisions().size() + 1);
    assertThat(gazetteer.lookup("Idleb Muhafazah"))
        .containsExactly(gazetteer.division("SY-ID").orElseThrow());
    assertThat(gazetteer.lookup("Syria")).contains(gazetteer.country("SY").orElseThrow());
    assertThat(gazetteer.lookup("Lamar County"))
        .as("the curated county, not a second one")
        .filteredOn(place -> "US-TX".equals(place.regionCode()))
        .hasSize(1);
  }

  @Test
  void aTownKeepsItsNameFromItsMunicipality() {
    assertThat(gazetteer.lookup("Idlib")).extracting(Place::feature).containsOnlyOnce(Place.CITY);
    assertThat(gazetteer.lookup("Idlib")).noneMatch(place -> place.is(Place.AREA));
  }

  @Test
  void theSupplementLendsItsNamesToThePlacesOfTheDump() {
    List<Place> jisr = gazetteer.lookup("Jisr al-Shughur");
    assertThat(jisr).hasSize(1);
    assertThat(jisr.get(0).geonameId()).isEqualTo(169023L);
    assertThat(jisr.get(0).name()).isEqualTo("Jisr al-Shughur");
    assertThat(gazetteer.isSupplemented(jisr.get(0))).isTrue();
    assertThat(gazetteer.lends("jisr al shughur", jisr.get(0))).isTrue();
    assertThat(gazetteer.lookup("Assal al-Ward"))
        .as("which the dump lacks")
        .extracting(Place::regionCode)
        .containsExactly("SY-RD");
  }

  @ParameterizedTest
  @CsvSource({"Jisr al-Shughour", "Jisr ash-Shughour", "Jisr esh-Shughur", "Jisr ash Shughūr"})
  void spellingsThatNobodyListsAreOnePlace(String spelling) {
    for (Gazetteer one : List.of(gazetteer, Gazetteer.embedded())) {
      assertThat(one.lookup(spelling)).extracting(Place::geonameId).containsExactly(169023L);
    }
  }

  @Test
  void daraaAndDarayyaStayApart() {
    for (Gazetteer one : List.of(gazetteer, Gazetteer.embedded())) {
      assertThat(one.lookup("Daraa"))
          .extracting(Place::geonameId)
          .contains(170905L)
          .doesNotContain(170892L);
      assertThat(one.lookup("Darayya"))
          .extracting(Place::geonameId)
          .contains(170892L)
          .doesNotContain(170905L);
    }
  }

  @Test
  void manyThreadsMakeAndOpenItOnce(@TempDir Path folder) throws Exception {
    String dump = copy(folder.resolve("dump")).toString();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Gazetteer>> calls = Collections.nCopies(8, () -> Gazetteer.of(dump));
      Set<Gazetteer> opened = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Future<Gazetteer> call : new ArrayList<>(pool.invokeAll(calls))) {
        opened.add(call.get());
      }
      assertThat(opened).hasSize(1);
      List<Callable<List<Place>>> lookups =
          Collections.nCopies(64, () -> gazetteer.lookup("Kafr Sijna"));
      Set<List<Place>> found = new HashSet<>();
      for (Future<List<Place>> lookup : pool.invokeAll(lookups)) {
        found.add(lookup.get());
      }
      assertThat(found).hasSize(1);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void manyThatHaveNoLockInCommonDoNoHarm(@TempDir Path folder) throws Exception {
    Path dump = copy(folder.resolve("dump"));
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      List<Callable<PlaceLayer>> calls =
          Collections.nCopies(3, () -> DumpIndex.of(dump, Curated.loaded()).layer());
      for (Future<PlaceLayer> call : new ArrayList<>(pool.invokeAll(calls))) {
        assertThat(call.get().names().walk(Names.pieces("Kafr Sajnah"))).hasSize(1);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(indexes(dump)).hasSize(1);
  }

  @Test
  void aProcessBesideItWaitsAndReads(@TempDir Path folder) throws Exception {
    Path dump = copy(folder.resolve("dump"));
    List<Process> others = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      others.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Opening.class.getName(),
                  dump.toString())
              .redirectErrorStream(true)
              .start());
    }
    List<String> told = new ArrayList<>();
    for (Process other : others) {
      told.add(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      assertThat(other.waitFor()).as(told.toString()).isZero();
    }
    assertThat(told).allMatch(text -> text.contains("found 900000001"));
    assertThat(told).as("one of the two made it").filteredOn(t -> t.contains("making")).hasSize(1);
    assertThat(indexes(dump)).hasSize(1);
  }

  /** Opens a gazetteer in a JVM of its own. */
  static final class Opening {
    public static void main(String[] arguments) {
      Gazetteer opened = Gazetteer.of(arguments[0]);
      System.out.println("found " + opened.lookup("Kafr Sajnah").get(0).geonameId());
    }
  }

  private static List<Path> indexes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(".sitrep-index-"))
          .toList();
    }
  }

  @Test
  void itIsMadeAnewWhenAFileChanges(@TempDir Path folder) throws IOException {
    Path dump = copy(folder.resolve("dump"));
    Gazetteer before = Gazetteer.of(dump.toString());
    assertThat(Gazetteer.of(dump.toString())).isSameAs(before);
    String version = Gazetteer.version(dump.toString());
    Path table = dump.resolve("allCountries.txt");
    Files.writeString(table, Files.readString(table).replace("Kafr Sajnah", "Kafr Sanjah"));
    Files.setLastModifiedTime(table, FileTime.fromMillis(1_700_000_000_000L));
    assertThat(Gazetteer.version(dump.toString())).isNotEqualTo(version);
    Gazetteer after = Gazetteer.of(dump.toString());
    assertThat(after.lookup("Kafr Sanjah")).hasSize(1);
    assertThat(indexes(dump)).as("the former one is gone").hasSize(1);
    assertThat(before.lookup("Kafr Sajnah")).as("who has it open keeps it").hasSize(1);
  }

  @Test
  void anIndexThatIsCutOffIsMadeAnew(@TempDir Path folder) throws IOException {
    Path dump = copy(folder.resolve("dump"));
    Curated curated = Curated.loaded();
    DumpIndex.of(dump, curated).layer();
    assertThat(DumpIndex.of(dump, curated).isMade()).isTrue();
    Path nodes = indexes(dump).get(0).resolve("exact.nodes");
    byte[] whole = Files.readAllBytes(nodes);
    Files.write(nodes, Arrays.copyOf(whole, whole.length / 2));
    assertThat(DumpIndex.of(dump, curated).isMade()).isFalse();
    PlaceLayer layer = DumpIndex.of(dump, curated).layer();
    assertThat(layer.names().walk(Names.pieces("Kafr Sajnah"))).hasSize(1);
    assertThat(Files.readAllBytes(nodes)).as("the same bytes again").isEqualTo(whole);
    assertThat(indexes(dump)).hasSize(1);
  }

  @Test
  void aFolderThatCannotBeWrittenHasItsIndexElsewhere(@TempDir Path folder) throws IOException {
    Path dump = copy(folder.resolve("dump"));
    // A folder under the lock's name stands for a file system that cannot be written.
    Files.createDirectory(dump.resolve(".sitrep-index.lock"));
    DumpIndex index = DumpIndex.of(dump, Curated.loaded());
    PlaceLayer layer = index.layer();
    assertThat(layer.names().walk(Names.pieces("Kafr Sajnah"))).hasSize(1);
    assertThat(indexes(dump)).isEmpty();
    assertThat(index.isMade()).isTrue();
    index.discardElsewhere();
    assertThat(index.isMade()).isFalse();
  }
}
