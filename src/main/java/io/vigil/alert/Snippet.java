package io.vigil.alert;

import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The samples around an event, small enough to travel in an alert's document: text of at most
 * {@value #MOST_CHARACTERS} characters.
 */
public final class Snippet {
  /** The longest text. */
  public static final int MOST_CHARACTERS = 6_000;

  /** The longest stretch of time, in microseconds: 20 s. */
  public static final long MOST_MICROS = 20_000_000;

  /** The coarsest resolution is 16 steps of a sample, a 128th of g. */
  private static final int COARSEST = 4;

  /**
   * Packs samples. Where they are too many, they are first made coarser, then fewer around the
   * event.
   *
   * @param samples in order of time
   * @param event microseconds since the epoch (UTC)
   */
  public static String pack(SampleBatch samples, long event) {
    long reach = MOST_MICROS / 2;
    while (true) {
      SampleBatch near = near(samples, event - reach, event + reach);
      for (int shift = 0; shift <= COARSEST; shift++) {
        String text = Base64.getEncoder().encodeToString(SnippetBytes.write(near, shift));
        if (text.length() <= MOST_CHARACTERS) {
          return text;
        }
      }
      reach = reach * 3 / 4;
    }
  }

  /**
   * Unpacks samples; accelerations are as exact as they were packed.
   *
   * @throws IllegalArgumentException if the text is none of {@link #pack}'s
   */
  public static SampleBatch unpack(String participantId, String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "A snippet of %d characters, expected at most %d"
              .formatted(text.length(), MOST_CHARACTERS));
    }
    return SnippetBytes.read(participantId, Base64.getDecoder().decode(text));
  }

  /** The samples from one instant up to, not including, another. */
  private static SampleBatch near(SampleBatch samples, long from, long to) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      if (samples.times()[i] >= from && samples.times()[i] < to) {
        places.add(i);
      }
    }
    int first = places.isEmpty() ? 0 : places.get(0);
    int last = first + places.size();
    return new SampleBatch(
        samples.participantId(),
        Arrays.copyOfRange(samples.times(), first, last),
        Arrays.copyOfRange(samples.x(), first, last),
        Arrays.copyOfRange(samples.y(), first, last),
        Arrays.copyOfRange(samples.z(), first, last),
        "");
  }

  private Snippet() {}
}
