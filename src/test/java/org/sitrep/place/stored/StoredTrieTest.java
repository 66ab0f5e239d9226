package org.sitrep.place.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTrieTest {

  @TempDir private Path folder;

  private StoredTrie built(Map<List<String>, int[]> names) throws IOException {
    try (TrieBuilder builder = new TrieBuilder(folder, "names")) {
      for (Map.Entry<List<String>, int[]> name : names.entrySet()) {
        for (int number : name.getValue()) {
          builder.add(name.getKey(), Math.abs(number % 10), number);
        }
      }
      builder.build(numbers -> numbers);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("nothing of the sorting is left")
          .containsExactlyInAnyOrder("names.edges", "names.nodes", "names.postings");
    }
    return StoredTrie.open(folder, "names");
  }

  private static int walk(StoredTrie trie, List<String> pieces) {
    int node = 0;
    for (String piece : pieces) {
      node = trie.step(node, piece);
      if (node == StoredTrie.NONE) {
        return node;
      }
    }
    return node;
  }

  @Test
  void everyNameLeadsToItsNumbersAndNothingElseEnds() throws IOException {
    Random random = new Random(7);
    Map<List<String>, int[]> names = new HashMap<>();
    String[] pieces = {"a", "ab", "b", "al", "é", "نبل", "saint", "x1", "abc", "aé"};
    for (int i = 0; i < 20_000; i++) {
      List<String> name = new ArrayList<>();
      for (int k = random.nextInt(1, 6); k > 0; k--) {
        name.add(pieces[random.nextInt(pieces.length)]);
      }
      names.put(name, random.ints(random.nextInt(1, 4), -50, 50).distinct().toArray());
    }
    StoredTrie trie = built(names);
    Set<List<String>> beginnings = new HashSet<>();
    names.forEach(
        (name, numbers) -> {
          int node = walk(trie, name);
          assertThat(trie.ends(node)).as("%s", name).isTrue();
          int[] sorted =
              Arrays.stream(numbers)
                  .boxed()
                  .sorted(
                      (a, b) ->
                          Math.abs(a % 10) != Math.abs(b % 10)
                              ? Math.abs(b % 10) - Math.abs(a % 10)
                              : a - b)
                  .mapToInt(Integer::intValue)
                  .toArray();
          assertThat(trie.postings(node)).as("by rank, then number").isEqualTo(sorted);
          for (int length = 1; length <= name.size(); length++) {
            beginnings.add(List.copyOf(name.subList(0, length)));
          }
        });
    assertThat(trie.nodes()).isEqualTo(beginnings.size() + 1);
    for (List<String> beginning : beginnings) {
      int node = walk(trie, beginning);
      assertThat(trie.ends(node)).isEqualTo(names.containsKey(beginning));
      assertThat(trie.step(node, "other")).isEqualTo(StoredTrie.NONE);
      assertThat(trie.step(node, "")).isEqualTo(StoredTrie.NONE);
    }
  }

  @Test
  void anEmptyTrieHasARootAlone() throws IOException {
    StoredTrie trie = built(Map.of());
    assertThat(trie.nodes()).isEqualTo(1);
    assertThat(trie.ends(0)).isFalse();
    assertThat(trie.postings(0)).isEmpty();
    assertThat(trie.step(0, "a")).isEqualTo(StoredTrie.NONE);
  }

  @Test
  void theSameNumberTwiceCountsOnceAndAChoiceIsHeard() throws IOException {
    try (TrieBuilder builder = new TrieBuilder(folder, "names")) {
      for (int number : new int[] {3, 5, 3, 4, 5}) {
        builder.add(List.of("tall", "abyad"), number, number);
      }
      builder.build(numbers -> Arrays.copyOf(numbers, 2));
    }
    StoredTrie trie = StoredTrie.open(folder, "names");
    assertThat(trie.postings(walk(trie, List.of("tall", "abyad")))).containsExactly(5, 4);
  }

  @Test
  void nobodyWritesANameOfAThousandLetters() throws IOException {
    try (TrieBuilder builder = new TrieBuilder(folder, "names")) {
      builder.add(List.of("a".repeat(2_000)), 0, 1);
      builder.add(List.of(), 0, 2);
      builder.add(List.of("b"), 0, 3);
      builder.build(numbers -> numbers);
    }
    StoredTrie trie = StoredTrie.open(folder, "names");
    assertThat(trie.nodes()).isEqualTo(2);
  }
}
