package io.vigil.simulate;

import io.vigil.sensor.SampleBatch;
import java.util.Arrays;

/**
 * A recording with a stretch in which its wearer lies still put in half way, and three quarters of
 * the way a time without samples. What was recorded is all there, only later.
 *
 * @param samples of the whole
 * @param times of what was put in
 */
public record Splice(SampleBatch samples, Times times) {

  /**
   * When what was put in is, in microseconds since the epoch (UTC).
   *
   * @param stillFrom when the stillness begins
   * @param stillTo the first instant after it
   * @param gapFrom the last sample before the gap
   * @param gapTo the first one after it
   */
  public record Times(long stillFrom, long stillTo, long gapFrom, long gapTo) {}

  /** The fewest samples that can be spliced. */
  public static final int LEAST_SAMPLES = 4;

  /** Of which the median says how far apart samples are where something is put in. */
  private static final int INTERVALS = 51;

  /**
   * Splices a recording.
   *
   * @param recording in order of time, {@link #LEAST_SAMPLES} at least
   * @param stillMicros how long the stillness lasts
   * @param gapMicros how long no sample comes
   * @param seed what all chance follows from
   */
  public static Splice into(SampleBatch recording, long stillMicros, long gapMicros, long seed) {
    int half = half(recording);
    SampleBatch still = Lying.after(recording, half, stillMicros, interval(recording, half), seed);
    SampleBatch lying = insert(recording, half, still);
    int late = still.size() + half + (recording.size() - half) / 2;
    SampleBatch whole = pause(lying, late, gapMicros);
    return new Splice(
        whole,
        new Times(
            whole.times()[half],
            whole.times()[half + still.size()],
            whole.times()[late - 1],
            whole.times()[late]));
  }

  /** When the stillness would begin, microseconds since the epoch (UTC). */
  public static long at(SampleBatch recording) {
    int half = half(recording);
    return recording.times()[half - 1] + interval(recording, half);
  }

  /**
   * A recording with other samples put in, one interval after those before; what follows is later.
   *
   * @param place of the first sample that follows, above 0
   * @param piece whose times are from its own first sample on
   */
  public static SampleBatch insert(SampleBatch recording, int place, SampleBatch piece) {
    long interval = interval(recording, place);
    long start = recording.times()[place - 1] + interval;
    long end = start + piece.times()[piece.size() - 1] - piece.times()[0] + interval;
    long later = place < recording.size() ? end - recording.times()[place] : 0;
    SampleBatch before = part(recording, 0, place, 0);
    SampleBatch within = part(piece, 0, piece.size(), start - piece.times()[0]);
    return joined(before, within, part(recording, place, recording.size(), later));
  }

  /**
   * A recording with a time in which nothing came.
   *
   * @param place of the first sample after it, above 0
   */
  public static SampleBatch pause(SampleBatch recording, int place, long micros) {
    return joined(part(recording, 0, place, 0), part(recording, place, recording.size(), micros));
  }

  private static int half(SampleBatch recording) {
    return recording.size() / 2;
  }

  private static long interval(SampleBatch recording, int place) {
    int from = Math.max(1, place - INTERVALS);
    long[] intervals = new long[Math.max(1, place - from)];
    for (int i = 0; i < intervals.length; i++) {
      intervals[i] = recording.times()[from + i] - recording.times()[from + i - 1];
    }
    Arrays.sort(intervals);
    return intervals[intervals.length / 2];
  }

  private static SampleBatch part(SampleBatch s, int from, int to, long later) {
    long[] times = Arrays.copyOfRange(s.times(), from, to);
    Arrays.setAll(times, i -> times[i] + later);
    return new SampleBatch(
        s.participantId(),
        times,
        Arrays.copyOfRange(s.x(), from, to),
        Arrays.copyOfRange(s.y(), from, to),
        Arrays.copyOfRange(s.z(), from, to),
        s.activity());
  }

  private static SampleBatch joined(SampleBatch... parts) {
    int size = Arrays.stream(parts).mapToInt(SampleBatch::size).sum();
    long[] times = new long[size];
    short[] x = new short[size];
    short[] y = new short[size];
    short[] z = new short[size];
    int at = 0;
    for (SampleBatch part : parts) {
      System.arraycopy(part.times(), 0, times, at, part.size());
      System.arraycopy(part.x(), 0, x, at, part.size());
      System.arraycopy(part.y(), 0, y, at, part.size());
      System.arraycopy(part.z(), 0, z, at, part.size());
      at += part.size();
    }
    return new SampleBatch(parts[0].participantId(), times, x, y, z, parts[0].activity());
  }
}
