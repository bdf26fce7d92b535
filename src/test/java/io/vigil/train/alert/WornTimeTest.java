package io.vigil.train.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.SampleBatch;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long sensors were worn, whatever order samples come in. */
class WornTimeTest {
  private static final long SECOND = 1_000_000;

  /** Seen red with: pauses counted. */
  @Test
  void pausesAreNotWornTime() {
    WornTime worn = new WornTime();
    worn.add(seconds("p1", 0, 50, 100));
    worn.add(seconds("p1", 1_000, 1_030));
    worn.add(seconds("p2", 7));
    assertThat(worn.micros()).containsEntry("p1", 130 * SECOND).containsEntry("p2", 0L);
  }

  /** Seen red with: spans joined in the order they came. */
  @Test
  void orderAndRepetitionChangeNothing() {
    List<SampleBatch> batches =
        Arrays.asList(
            seconds("p1", 0, 1, 2, 300, 301),
            seconds("p1", 3, 4, 5),
            seconds("p1", 302, 350),
            seconds("p1", 1, 2, 3, 4),
            seconds("p1", 900, 901));
    for (int turn = 0; turn < batches.size(); turn++) {
      Collections.rotate(batches, 1);
      WornTime worn = new WornTime();
      batches.forEach(worn::add);
      assertThat(worn.micros()).as("turn %d", turn).containsEntry("p1", 56 * SECOND);
    }
  }

  private static SampleBatch seconds(String id, long... seconds) {
    short[] none = new short[seconds.length];
    long[] times = Arrays.stream(seconds).map(second -> second * SECOND).toArray();
    return new SampleBatch(id, times, none, none, none, "");
  }
}
