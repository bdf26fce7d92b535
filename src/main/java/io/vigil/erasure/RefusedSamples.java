package io.vigil.erasure;

import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.SampleBatch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is written of samples that are refused: that they came, a letter for each erasure and day,
 * without the samples, their times or whose they are. More would be a diary of somebody who asked
 * for none.
 */
final class RefusedSamples {
  static final String REASON =
      "Samples came of somebody who was erased; they are refused and not kept. Take the sensor back, or `vigil erase lift` where the person has come back";

  private static final long DAY = 86_400_000_000L;
  private static final long AGAIN_MILLIS = 60_000;

  private final Map<String, Day> days = new HashMap<>();

  private static final class Day {
    private final long day;
    private int samples;
    private long told = Long.MIN_VALUE;

    private Day(long day) {
      this.day = day;
    }
  }

  /**
   * Counts a batch.
   *
   * @param nowMillis the wall clock; the day is its, not that of the samples
   * @return the day's letter, about once a minute, with all that was counted since the task began
   */
  Optional<DeadLetter> refuse(Erasure erasure, SampleBatch batch, long nowMillis) {
    long today = Math.floorDiv(nowMillis * 1000, DAY);
    Day day = days.get(erasure.id());
    if (day == null || day.day != today) {
      day = new Day(today);
      days.put(erasure.id(), day);
    }
    day.samples = (int) Math.min(Integer.MAX_VALUE, (long) day.samples + batch.size());
    if (day.told != Long.MIN_VALUE && nowMillis - day.told < AGAIN_MILLIS) {
      return Optional.empty();
    }
    day.told = nowMillis;
    return Optional.of(letter(erasure, today * DAY, day.samples));
  }

  private static DeadLetter letter(Erasure erasure, long position, int samples) {
    return new DeadLetter(
        DeadLetter.Kind.ERASED,
        "",
        "erased-" + erasure.id(),
        position,
        REASON,
        samples,
        new byte[0]);
  }
}
