package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.fall.FallDetector;
import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModelFile;
import io.vigil.alert.fall.FallSettings;
import io.vigil.alert.fall.FallState;
import io.vigil.alert.fall.MadeUpMotion;
import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.WearerState;
import io.vigil.sensor.DeviceBatch;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.Normalised;
import io.vigil.sensor.Normaliser;
import io.vigil.sensor.RawMessage;
import io.vigil.sensor.SampleBatch;
import io.vigil.sensor.Unit;
import io.vigil.window.ParticipantTime;
import io.vigil.window.TimeSettings;
import io.vigil.window.TimeState;
import io.vigil.window.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/**
 * Whatever a sensor sends, at whatever rate, the way from its message to its alerts and features
 * does not fail, and nothing that is no number gets as far as them.
 *
 * <p>Seen red with: a normaliser that refuses only what it knows to be out of range, so that NaN
 * became 0 g.
 */
class AnySamplesTest {
  private static final FallModel MODEL = FallModelFile.shipped();
  private static final TimeSettings TIME =
      TimeSettings.of(Duration.ofSeconds(2), Duration.ofMillis(500));
  private static final float[] ODD = {
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.MIN_VALUE,
    16,
    -16,
    1e6f,
    0
  };

  private final FallIncidents falls =
      new FallIncidents(new FallDetector(MODEL::score, FallSettings.of(MODEL)), MODEL.ref());
  private final Watch watch = new Watch(true, 0);
  private final WatchState state = new WatchState();
  private final FallState fallState = new FallState();
  private final WearerState wearer = new WearerState();
  private final FeatureExtractor extractor = new FeatureExtractor();
  private final List<Alert> alerts = new ArrayList<>();
  private final List<FeatureVector> features = new ArrayList<>();

  @Property(tries = 150)
  void neverFail(
      @ForAll Random random,
      @ForAll @DoubleRange(min = 1, max = 400) double rateHz,
      @ForAll @DoubleRange(min = 0, max = 0.3) double oddShare) {
    Normaliser normaliser = new Normaliser(DeviceProfiles.DEFAULT);
    ParticipantTime time = new ParticipantTime(FeatureExtractor.SCHEMA.windows(), TIME);
    TimeState timeState = new TimeState();
    SampleBatch motion = MadeUpMotion.fall().at(rateHz, random.nextLong());
    long clock = Told.BEGINNING;
    for (int second = 0; second < 40; second++) {
      DeviceBatch batch =
          batch(random, motion, second, clock, random.nextInt(3) == 0 ? oddShare : 0);
      Normalised normalised = normaliser.normalise(batch);
      if (isOdd(batch.x()) || isOdd(batch.y()) || isOdd(batch.z())) {
        assertThat(normalised.batches()).isEmpty();
      }
      normalised.batches().forEach(samples -> time.add(timeState, samples, output()));
      normalised.refused().forEach(word -> time.add(timeState, word, output()));
      clock += random.nextInt(20) == 0 ? random.nextInt(-9_000_000, 20_000_000) : 1_000_000;
    }
    time.finish(timeState, "p1", output());
    alerts.addAll(watch.finish(state, "p1", Told.RULES).changes());

    assertThat(alerts)
        .flatExtracting(alert -> alert.evidence().measures())
        .allMatch(measure -> Double.isFinite(measure.value()));
    assertThat(features).allMatch(window -> Double.isFinite(Arrays.stream(window.values()).sum()));
  }

  private ParticipantTime.Output output() {
    return new ParticipantTime.Output() {
      @Override
      public void window(Window window) {
        features.add(extractor.extract(window, wearer));
      }

      @Override
      public void late(SampleBatch samples) {}

      @Override
      public void ordered(SampleBatch stretch) {
        alerts.addAll(watch.samples(state, stretch, Told.RULES, 0).changes());
        if (!stretch.isLeftOut()) {
          falls
              .in(fallState, stretch, Told.RULES)
              .forEach(fall -> alerts.addAll(watch.incident(state, fall, Told.RULES, 0).changes()));
        }
      }
    };
  }

  private static boolean isOdd(float[] axis) {
    for (float value : axis) {
      if (!Float.isFinite(value)) {
        return true;
      }
    }
    return false;
  }

  /** A second of a motion that is repeated, a fall in it; or of blows; some values of it odd. */
  private static DeviceBatch batch(
      Random random, SampleBatch motion, int second, long clock, double oddShare) {
    double step = motion.size() < 2 ? 1e6 : motion.times()[1] - motion.times()[0];
    int size = (int) Math.max(1, 1e6 / step);
    double wild = random.nextInt(10) == 0 ? 3 : 0;
    short[][] from = {motion.x(), motion.y(), motion.z()};
    long[] times = new long[size];
    float[][] axes = new float[3][size];
    for (int i = 0; i < size; i++) {
      times[i] = clock + Math.round(i * step);
      int at = (second * size + i) % motion.size();
      for (int axis = 0; axis < 3; axis++) {
        double g = from[axis][at] / (double) SampleBatch.PER_G + wild * random.nextGaussian();
        axes[axis][i] =
            random.nextDouble() < oddShare ? ODD[random.nextInt(ODD.length)] : (float) g;
      }
    }
    RawMessage origin = new RawMessage(MessageFormat.JSON, "", "any", 1, new byte[0]);
    return new DeviceBatch("p1", times, Unit.G, axes[0], axes[1], axes[2], "", origin, 1, true);
  }
}
