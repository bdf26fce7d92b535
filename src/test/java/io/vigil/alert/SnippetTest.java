package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.sensor.SampleBatch;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SnippetTest {
  private static final long EVENT = Told.BEGINNING;

  @Example
  void comesBackAsItWas() {
    SampleBatch samples = walk(new Random(1), 52, 8);

    String text = Snippet.pack(samples, EVENT);
    SampleBatch back = Snippet.unpack("p1", text);

    assertThat(back).usingRecursiveComparison().isEqualTo(samples);
  }

  /** Seen red with: a resolution four times as coarse; twice as many characters let through. */
  @Property(tries = 60)
  void isNeverTooLongAndHoldsTheEvent(
      @ForAll Random random,
      @ForAll @IntRange(min = 20, max = 1_000) int rateHz,
      @ForAll @IntRange(min = 1, max = 60) int seconds) {
    SampleBatch samples = walk(random, rateHz, seconds);

    String text = Snippet.pack(samples, EVENT);
    SampleBatch back = Snippet.unpack("p1", text);

    assertThat(text.length()).isLessThanOrEqualTo(Snippet.MOST_CHARACTERS);
    assertThat(back.times()).contains(EVENT);
    assertThat(back.times()[back.size() - 1] - back.times()[0])
        .isLessThanOrEqualTo(Snippet.MOST_MICROS);
    for (int i = 0; i < back.size(); i++) {
      int at = Arrays.binarySearch(samples.times(), back.times()[i]);
      assertThat(samples.x()[at] - back.x()[i]).isBetween(0, 15);
      assertThat(samples.y()[at] - back.y()[i]).isBetween(0, 15);
    }
  }

  @Example
  void nothingIsAlsoASnippet() {
    SampleBatch none =
        new SampleBatch("p1", new long[0], new short[0], new short[0], new short[0], "");
    assertThat(Snippet.unpack("p1", Snippet.pack(none, EVENT)).size()).isZero();
  }

  /** Whatever the text: samples, or a refusal, and never more memory than a snippet needs. */
  @Property(tries = 200)
  void whatIsNoSnippetIsRefused(@ForAll Random random, @ForAll boolean cutShort) {
    byte[] bytes = Base64.getDecoder().decode(Snippet.pack(walk(random, 52, 4), EVENT));
    if (cutShort) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
    } else {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    String text = Base64.getEncoder().encodeToString(bytes);
    try {
      assertThat(Snippet.unpack("p1", text).size()).isLessThanOrEqualTo(20_000);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("snippet");
    }
  }

  @Example
  void longTextIsRefusedUnread() {
    assertThatThrownBy(() -> Snippet.unpack("p1", "A".repeat(6_001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A snippet of 6001 characters, expected at most 6000");
  }

  /** A walk with noise, the event in its middle. */
  private static SampleBatch walk(Random random, int rateHz, int seconds) {
    int n = rateHz * seconds;
    long[] times = new long[n];
    short[] x = new short[n];
    short[] y = new short[n];
    short[] z = new short[n];
    for (int i = 0; i < n; i++) {
      times[i] = EVENT + Math.round((i - n / 2) * 1e6 / rateHz);
      x[i] = (short) (300 * Math.sin(i * 12.0 / rateHz) + 30 * random.nextGaussian());
      y[i] = (short) (2048 + 600 * Math.sin(i * 24.0 / rateHz) + 60 * random.nextGaussian());
      z[i] = (short) (200 + 30 * random.nextGaussian());
    }
    return new SampleBatch("p1", times, x, y, z, "");
  }
}
