package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterSettingsTest {

  @Test
  void givenValuesReplaceTheDefaults() {
    ClusterSettings settings = ClusterSettings.of(Map.of("clip", "4.5", "chunk", "7"));
    assertThat(settings.clip()).isEqualTo(4.5);
    assertThat(settings.chunk()).isEqualTo(7);
    assertThat(settings.fewEdges()).isEqualTo(ClusterSettings.defaults().fewEdges());
  }

  @Test
  void unknownNameIsAnError() {
    assertThatThrownBy(() -> ClusterSettings.of(Map.of("clipp", "4")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clipp")
        .hasMessageContaining("link_threshold");
  }

  @Test
  void wordIsNoNumber() {
    assertThatThrownBy(() -> ClusterSettings.of(Map.of("clip", "much")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clip");
  }
}
