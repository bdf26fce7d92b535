package io.vigil.alert;

import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts samples where blocks begin, so that it does not matter how they were cut before. */
final class HalfSeconds {

  /** The pieces in order; the samples themselves where they are one piece, as in the job. */
  static List<SampleBatch> of(SampleBatch stretch) {
    List<SampleBatch> pieces = new ArrayList<>(1);
    for (int from = 0; from < stretch.size(); ) {
      int to = from + 1;
      while (to < stretch.size() && number(stretch, to) == number(stretch, from)) {
        to++;
      }
      pieces.add(to - from == stretch.size() ? stretch : piece(stretch, from, to));
      from = to;
    }
    return pieces;
  }

  private static long number(SampleBatch stretch, int sample) {
    return Math.floorDiv(stretch.times()[sample], Block.MICROS);
  }

  private static SampleBatch piece(SampleBatch stretch, int from, int to) {
    return new SampleBatch(
        stretch.participantId(),
        Arrays.copyOfRange(stretch.times(), from, to),
        Arrays.copyOfRange(stretch.x(), from, to),
        Arrays.copyOfRange(stretch.y(), from, to),
        Arrays.copyOfRange(stretch.z(), from, to),
        stretch.activity());
  }

  private HalfSeconds() {}
}
