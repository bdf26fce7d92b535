package io.vigil.feature;

import static io.vigil.SameBits.SAME_BITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.feature.MadeUpWindows.Kind;
import io.vigil.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FeatureExtractorTest {
  private static final List<String> NAMES = FeatureExtractor.SCHEMA.names();
  private static final long HALF_A_MINUTE = 30 * MadeUpWindows.SECOND;

  /** Seen red with: the entropy of 76 lines; the sideways axis turned round; kurtosis less 3. */
  @Property(tries = 300)
  void everyFeatureIsAsItIsDefined(@ForAll Random random, @ForAll Kind kind) {
    Window window = MadeUpWindows.window("p1", 0, MadeUpWindows.of(kind, random));
    WearerReference reference = anyReference(random);

    FeatureVector seen = new FeatureExtractor().extract(window, new WearerState(), reference);

    assertSame(seen, new PlainFeatures().next(window, reference));
  }

  /** Seen red with: a context that remembers 31 s; one that a pause of 30 s ends already. */
  @Property(tries = 30)
  void contextIsThePlainRecursionAndBeginsAnewAfterAPause(@ForAll Random random) {
    FeatureExtractor extractor = new FeatureExtractor();
    WearerState state = new WearerState();
    PlainFeatures plain = new PlainFeatures();
    WearerReference reference = anyReference(random);
    for (Window window : recording(random, 40)) {
      FeatureVector seen = extractor.extract(window, state, reference);
      assertSame(seen, plain.next(window, reference));
    }
  }

  /** Seen red with: a pause of a minute taken for none. */
  @Example
  void theContextOfTheFirstWindowAfterAPauseIsThatWindow() {
    Random random = new Random(1);
    FeatureExtractor extractor = new FeatureExtractor();
    WearerState state = new WearerState();
    Window before = MadeUpWindows.window("p1", 0, MadeUpWindows.of(Kind.WALKING, random));
    long later = before.end() + HALF_A_MINUTE;
    double[][] still = MadeUpWindows.of(Kind.STILL, random);
    extractor.extract(before, state);
    FeatureVector goesOn = extractor.extract(MadeUpWindows.window("p1", later, still), state);
    later = goesOn.end() + HALF_A_MINUTE + 1;
    FeatureVector anew = extractor.extract(MadeUpWindows.window("p1", later, still), state);

    assertThat(value(goesOn, "cs_sd_m")).isGreaterThan(0.1);
    assertThat(value(anew, "cs_sd_m")).isZero();
    assertThat(value(anew, "cm_sd_m")).isEqualTo(value(anew, "sd_m"));
  }

  /**
   * Seen red with: a peak that is left over from the signal before; a last bit that comes and goes.
   */
  @Property(tries = 30)
  void theSameWindowsGiveTheSameBits(@ForAll Random random) {
    List<Window> windows = recording(random, 20);
    FeatureExtractor used = new FeatureExtractor();
    List<FeatureVector> first = extract(used, windows);

    assertSameBits(extract(used, windows), first);
    assertSameBits(extract(new FeatureExtractor(), windows), first);
  }

  /**
   * Seen red with: nothing added to the energy of the autocorrelation; no way out where z is up.
   */
  @Property(tries = 300)
  void everyFeatureIsFiniteWhateverTheWindow(@ForAll Random random, @ForAll Extreme extreme) {
    FeatureExtractor extractor = new FeatureExtractor();
    WearerState state = new WearerState();
    double slant = Math.pow(10, MadeUpWindows.between(random, -18, -2));
    List<WearerReference> references =
        List.of(
            anyReference(random),
            new WearerReference(1, 0, 0, 1, -1.6),
            new WearerReference(1, 0, 0, -1, -1.6),
            new WearerReference(1, 0, slant, Math.sqrt(1 - slant * slant), -1.6));
    for (WearerReference reference : references) {
      Window window = MadeUpWindows.window("p1", 0, extreme.signals(random));
      assertFinite(extractor.extract(window, state));
      assertFinite(extractor.extract(window, state, reference));
    }
  }

  /** Seen red with: forward along z instead of square to up. */
  @Property(tries = 300)
  void turningAWindowOntoTheBodyKeepsEveryLength(@ForAll Random random) {
    BodySignals signals = new BodySignals(MadeUpWindows.SAMPLES);
    double slant = Math.pow(10, MadeUpWindows.between(random, -18, 0));
    double upright = Math.sqrt(1 - slant * slant);
    Window window = MadeUpWindows.window("p1", 0, MadeUpWindows.of(Kind.KNOCKED, random));

    signals.load(window, new WearerReference(1, 0.6 * slant, 0.8 * slant, upright, -1.6));

    for (int i = 0; i < MadeUpWindows.SAMPLES; i++) {
      double length = Math.hypot(Math.hypot(signals.up[i], signals.forward[i]), signals.side[i]);
      assertThat(length).isCloseTo(signals.magnitude[i], within(1e-5));
    }
  }

  /** Windows beyond what anybody's body does. */
  enum Extreme {
    ZERO,
    CONSTANT,
    HUGE_NOISE,
    HUGE_SQUARE,
    ONE_KNOCK,
    DENORMAL;

    double[][] signals(Random random) {
      double[][] axes = new double[3][MadeUpWindows.SAMPLES];
      for (double[] row : axes) {
        double level = MadeUpWindows.between(random, -16, 16);
        for (int i = 0; i < row.length; i++) {
          row[i] =
              switch (this) {
                case ZERO -> 0;
                case CONSTANT -> level;
                case HUGE_NOISE -> MadeUpWindows.between(random, -16, 16);
                case HUGE_SQUARE -> i / 13 % 2 == 0 ? 16 : -16;
                case ONE_KNOCK -> i == 100 ? level : 0;
                case DENORMAL -> Float.MIN_VALUE * random.nextInt(3);
              };
        }
      }
      return axes;
    }
  }

  private static List<FeatureVector> extract(FeatureExtractor extractor, List<Window> windows) {
    WearerState state = new WearerState();
    return windows.stream().map(window -> extractor.extract(window, state)).toList();
  }

  /** Windows of every kind, with pauses now and then that the context must or must not survive. */
  private static List<Window> recording(Random random, int length) {
    List<Window> windows = new ArrayList<>();
    long start = MadeUpWindows.BEGINNING;
    for (int i = 0; i < length; i++) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      windows.add(MadeUpWindows.window("p1", start, MadeUpWindows.of(kind, random)));
      long end = start + 4 * MadeUpWindows.SECOND;
      start =
          switch (random.nextInt(8)) {
            case 0 -> end + HALF_A_MINUTE;
            case 1 -> end + HALF_A_MINUTE + 1;
            default -> start + 2 * MadeUpWindows.SECOND;
          };
    }
    return windows;
  }

  private static WearerReference anyReference(Random random) {
    double[][] turn = MadeUpWindows.anyTurn(random, 180);
    return new WearerReference(
        MadeUpWindows.between(random, 0.6, 1.8),
        turn[0][1],
        turn[1][1],
        turn[2][1],
        MadeUpWindows.between(random, -3, -0.5));
  }

  private static double value(FeatureVector vector, String name) {
    return vector.values()[NAMES.indexOf(name)];
  }

  private static void assertSame(FeatureVector seen, Map<String, Double> plain) {
    assertThat(plain).containsOnlyKeys(NAMES);
    for (String name : NAMES) {
      double expected = plain.get(name);
      assertThat(value(seen, name))
          .as(name)
          .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }
  }

  private static void assertSameBits(List<FeatureVector> seen, List<FeatureVector> expected) {
    assertThat(seen).usingRecursiveComparison(SAME_BITS).isEqualTo(expected);
  }

  private static void assertFinite(FeatureVector vector) {
    for (String name : NAMES) {
      assertThat(value(vector, name)).as(name).isFinite();
    }
  }
}
