package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.sensor.SampleBatch;
import org.junit.jupiter.api.Test;

class LabelTimesTest {
  private static final long NINE = 1_767_603_600_000_000L;

  private final LabelTimes labels = new LabelTimes();

  /** Seen red with: only neighbours compared. */
  @Test
  void twoLabelsOfOneTimeAreRefusedWithWhereTheyAre() {
    walks("p1", 0, 10, "Walking");
    walks("p1", 10, 11, "Standing");
    walks("p1", 2, 3, "Walking");
    walks("p1", 5, 6, "Stairs");
    walks("p2", 5, 6, "Stairs");
    assertThatThrownBy(labels::check)
        .isInstanceOf(TrainingRefused.class)
        .hasMessageContaining("Participant p1 is said to do Walking and Stairs")
        .hasMessageContaining("2026-01-05T09:00:05Z");
  }

  @Test
  void whatIsSentTwiceOrOutOfOrderIsNoContradiction() {
    walks("p1", 5, 6, "Walking");
    walks("p1", 6, 7, "Standing");
    walks("p1", 0, 5, "Walking");
    walks("p1", 0, 5, "Walking");
    walks("p1", 2, 3, "");
    assertThatCode(labels::check).doesNotThrowAnyException();
  }

  private void walks(String participantId, int from, int to, String activity) {
    for (int second = from; second < to; second++) {
      long[] times = new long[50];
      for (int i = 0; i < times.length; i++) {
        times[i] = NINE + second * 1_000_000L + i * 20_000L;
      }
      short[] values = new short[times.length];
      labels.add(new SampleBatch(participantId, times, values, values, values, activity));
    }
  }
}
