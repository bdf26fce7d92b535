package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.settings.RefusedSettings;
import org.junit.jupiter.api.Test;

class CohortsTest {

  @Test
  void areReadFromAFile() {
    Cohorts cohorts =
        Cohorts.read(
            "participants.yaml",
            """
            participants:
              p1: {cohort: walkers}
              "17": {cohort: wheelchair}
            """);
    assertThat(cohorts.of("p1")).isEqualTo("walkers");
    assertThat(cohorts.of("17")).isEqualTo("wheelchair");
    assertThat(cohorts.of("p2")).isEmpty();
    assertThat(Cohorts.read("participants.yaml", "")).isEqualTo(Cohorts.NONE);
  }

  @Test
  void anythingElseIsRefusedWithItsLine() {
    assertThatThrownBy(
            () ->
                Cohorts.read(
                    "participants.yaml",
                    """
                    participants:
                      p1: {cohorts: walkers}
                    """))
        .isInstanceOf(RefusedSettings.class)
        .hasMessageContaining("participants.yaml")
        .hasMessageContaining("participants.p1.cohorts")
        .hasMessageContaining("did you mean");
  }
}
