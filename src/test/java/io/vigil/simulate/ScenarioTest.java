package io.vigil.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 8 | 20 | 0 | 0 | 0 | 1 | people is 0, allowed is 1 to 10000",
        "6 | 25 | 20 | 3 | 2 | 0 | 1 | hours is 25, allowed is 0 to 24",
        "6 | NaN | 20 | 3 | 2 | 0 | 1 | hours is NaN, allowed is 0 to 24",
        "6 | 8 | 0.5 | 3 | 2 | 0 | 1 | compress is 0.5, allowed is 1 to 1000",
        "2 | 8 | 20 | 3 | 2 | 0 | 1 | falls is 3, allowed is 0 to 2",
        "2 | 8 | 20 | 1 | -1 | 0 | 1 | gaps is -1, allowed is 0 to 2",
        "6 | 8 | 20 | 3 | 2 | 1.5 | 1 | duplicates is 1.5, allowed is 0 to 1",
        "6 | 8 | 20 | 3 | 2 | 0 | -1 | disorder is -1, allowed is 0 to 3600",
        "6 | 1 | 20 | 3 | 2 | 0 | 1 | has 180 s; at least 300 s are needed"
      })
  void refusesWhatCannotBeSimulated(
      int people,
      double hours,
      double compress,
      int falls,
      int gaps,
      double duplicates,
      int disorder,
      String message) {
    assertThatThrownBy(
            () ->
                new Scenario(
                    people, 1, hours, compress, Instant.EPOCH, falls, gaps, duplicates, disorder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void dayIsShortenedByTheFactor() {
    assertThat(new Scenario(1, 1, 8, 20, Instant.EPOCH, 0, 0, 0, 0).seconds()).isEqualTo(1440);
  }
}
