package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The Kubernetes manifest holds the fields that its two kinds require, and fits weekly.sh. */
class KubernetesManifestTest {

  private static final Path MANIFEST = Path.of("jobs/schedule/kubernetes.yaml");
  private static final Path WEEKLY = Path.of("jobs/weekly.sh");

  /** Kind to object. */
  private final Map<String, Object> objects = new TreeMap<>();

  @BeforeEach
  void parse() throws IOException {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    for (Object object :
        new Yaml(new SafeConstructor(strict)).loadAll(Files.readString(MANIFEST))) {
      assertThat(objects.put((String) at(object, "kind"), object)).isNull();
    }
  }

  @Test
  void holdsAVolumeClaimAndACronJob() {
    assertThat(objects).containsOnlyKeys("CronJob", "PersistentVolumeClaim");
    assertThat(at(objects.get("CronJob"), "apiVersion")).isEqualTo("batch/v1");
    assertThat(at(objects.get("PersistentVolumeClaim"), "apiVersion")).isEqualTo("v1");
    for (Object object : objects.values()) {
      assertThat((String) at(object, "metadata", "name")).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    }
    Object claim = objects.get("PersistentVolumeClaim");
    assertThat(at(claim, "spec", "accessModes")).isEqualTo(List.of("ReadWriteOnce"));
    assertThat((String) at(claim, "spec", "resources", "requests", "storage")).matches("\\d+Gi");
  }

  @Test
  void startsOnMondaysOneJobAtATimeAndOnce() {
    Object spec = at(objects.get("CronJob"), "spec");
    assertThat((String) at(spec, "schedule")).matches("\\d+ \\d+ \\* \\* 1");
    assertThat(at(spec, "timeZone")).isEqualTo("Etc/UTC");
    assertThat(at(spec, "concurrencyPolicy")).isEqualTo("Forbid");
    assertThat(at(spec, "jobTemplate", "spec", "backoffLimit")).isEqualTo(0);
    assertThat(pod("restartPolicy")).isEqualTo("Never");
  }

  @Test
  void theContainerHasLimitsAndTheClaimedVolume() {
    Object container = container();
    assertThat((String) at(container, "image")).contains("/sitrep:");
    assertThat(at(container, "command")).isEqualTo(List.of("/opt/sitrep/" + WEEKLY));
    for (String part : List.of("requests", "limits")) {
      assertThat((String) at(container, "resources", part, "cpu")).matches("\\d+");
      assertThat((String) at(container, "resources", part, "memory")).matches("\\d+Gi");
    }
    Object mount = ((List<?>) at(container, "volumeMounts")).get(0);
    Object volume = ((List<?>) pod("volumes")).get(0);
    assertThat(at(mount, "name")).isEqualTo(at(volume, "name"));
    assertThat(at(volume, "persistentVolumeClaim", "claimName"))
        .isEqualTo(at(objects.get("PersistentVolumeClaim"), "metadata", "name"));
    assertThat(at(container, "workingDir")).isEqualTo(at(mount, "mountPath"));
  }

  @Test
  void theHeapLeavesRoomInThePod() {
    int pod =
        Integer.parseInt(
            ((String) at(container(), "resources", "limits", "memory")).replace("Gi", ""));
    var heap = Pattern.compile("--driver-memory (\\d+)g").matcher(environment("SITREP_SUBMIT"));
    assertThat(heap.find()).isTrue();
    assertThat(Integer.parseInt(heap.group(1))).isLessThanOrEqualTo(pod - 2);
  }

  /** A misspelt variable would be ignored in silence. */
  @Test
  void everyVariableIsKnownToTheScripts() throws IOException {
    String scripts = Files.readString(WEEKLY) + Files.readString(Path.of("jobs/sitrep"));
    TreeSet<String> used = new TreeSet<>();
    try (var files = Files.list(MANIFEST.getParent())) {
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        Pattern.compile("\\bSITREP_[A-Z_]+")
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> used.add(found.group()));
      }
    }
    List<String> unknown = new ArrayList<>();
    for (String name : used) {
      if (!Pattern.compile("^# +" + name + " ", Pattern.MULTILINE).matcher(scripts).find()) {
        unknown.add(name);
      }
    }
    assertThat(used).contains("SITREP_INPUT");
    assertThat(unknown).isEmpty();
  }

  private Object pod(String field) {
    return at(objects.get("CronJob"), "spec", "jobTemplate", "spec", "template", "spec", field);
  }

  private Object container() {
    List<?> containers = (List<?>) pod("containers");
    assertThat(containers).hasSize(1);
    return containers.get(0);
  }

  private String environment(String name) {
    return ((List<?>) at(container(), "env"))
        .stream()
            .filter(variable -> name.equals(at(variable, "name")))
            .map(variable -> (String) at(variable, "value"))
            .findFirst()
            .orElseThrow();
  }

  private static Object at(Object object, String... path) {
    Object value = object;
    for (String key : path) {
      assertThat(value).as(String.join(".", path)).isInstanceOf(Map.class);
      value = ((Map<?, ?>) value).get(key);
      assertThat(value).as("%s of %s", key, String.join(".", path)).isNotNull();
    }
    return value;
  }
}
