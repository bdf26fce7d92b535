package io.vigil.alert;

import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Samples put together piece by piece, as a chest sensor of 52 Hz would send them. Its noise is 3
 * counts of 350 a g, which is what the recorded sensors have at rest.
 */
final class Signals {
  static final double RATE_HZ = 52;
  static final double NOISE = 3.0 / 350;

  private final Random random;
  private final double rateHz;
  private long[] times = new long[1024];
  private short[] x = new short[1024];
  private short[] y = new short[1024];
  private short[] z = new short[1024];
  private int size;
  private double clock = Told.BEGINNING;

  Signals(Random random, double rateHz) {
    this.random = random;
    this.rateHz = rateHz;
  }

  static Signals of(int seed) {
    return new Signals(new Random(seed), RATE_HZ);
  }

  /** Lies on a table: gravity and the sensor's noise. */
  Signals table(double seconds) {
    return each(seconds, t -> new double[] {noise(), noise(), 1 + noise()});
  }

  /** Somebody lies and breathes, 15 times a minute: the chest tilts by about a degree. */
  Signals lying(double seconds) {
    return each(
        seconds,
        t -> {
          double breath = 0.015 * Math.sin(2 * Math.PI * 0.25 * t);
          return new double[] {noise(), 0.1 + breath + noise(), 0.99 + noise()};
        });
  }

  /** The same, turned over to one side. */
  Signals lyingOnTheSide(double seconds) {
    return each(
        seconds,
        t -> {
          double breath = 0.015 * Math.sin(2 * Math.PI * 0.25 * t);
          return new double[] {0.99 + noise(), 0.1 + breath + noise(), noise()};
        });
  }

  /** Somebody walks. */
  Signals walking(double seconds) {
    return each(
        seconds,
        t ->
            new double[] {
              0.1 * Math.sin(2 * Math.PI * t) + noise(),
              1 + 0.3 * Math.sin(4 * Math.PI * t) + noise(),
              0.2 * Math.cos(4 * Math.PI * t) + noise()
            });
  }

  /** Always the same. */
  Signals flat(double seconds, double toX, double toY, double toZ) {
    return each(seconds, t -> new double[] {toX, toY, toZ});
  }

  /** Nothing is sent. */
  Signals gap(double seconds) {
    clock += seconds * 1e6;
    return this;
  }

  /** Takes samples as they are, one sample's time apart. */
  Signals recorded(SampleBatch samples, int from, int to) {
    for (int i = from; i < to; i++) {
      add(samples.x()[i], samples.y()[i], samples.z()[i]);
    }
    return this;
  }

  /** Now, microseconds since the epoch. */
  long now() {
    return Math.round(clock);
  }

  SampleBatch samples() {
    return new SampleBatch(
        "p1",
        Arrays.copyOf(times, size),
        Arrays.copyOf(x, size),
        Arrays.copyOf(y, size),
        Arrays.copyOf(z, size),
        "");
  }

  /** The same with some of them missing. */
  static SampleBatch without(SampleBatch samples, double share, Random random) {
    int[] kept =
        java.util.stream.IntStream.range(0, samples.size())
            .filter(i -> random.nextDouble() >= share)
            .toArray();
    return pick(samples, kept);
  }

  static SampleBatch pick(SampleBatch samples, int[] kept) {
    long[] times = new long[kept.length];
    short[] x = new short[kept.length];
    short[] y = new short[kept.length];
    short[] z = new short[kept.length];
    for (int i = 0; i < kept.length; i++) {
      times[i] = samples.times()[kept[i]];
      x[i] = samples.x()[kept[i]];
      y[i] = samples.y()[kept[i]];
      z[i] = samples.z()[kept[i]];
    }
    return new SampleBatch(samples.participantId(), times, x, y, z, "");
  }

  /** What the detectors of samples see. */
  static List<Incident> seen(SampleBatch samples, Rules rules) {
    List<Incident> incidents = new ArrayList<>();
    BlockState blocks = new BlockState();
    InactivityState inactivity = new InactivityState();
    SignalState signal = new SignalState();
    new Silence().add(new SilenceState(), samples, rules, incidents::add);
    for (SampleBatch half : HalfSeconds.of(samples)) {
      new Blocks()
          .add(
              blocks,
              half,
              block -> {
                new Inactivity().add(inactivity, "p1", block, rules, incidents::add);
                new Signal().add(signal, "p1", block, rules, incidents::add);
              });
      SampleFaults.count(signal.counts, half);
    }
    return incidents;
  }

  static List<Incident> seen(Signals signals) {
    return seen(signals.samples(), Told.RULES);
  }

  private Signals each(double seconds, java.util.function.DoubleFunction<double[]> value) {
    long count = Math.round(seconds * rateHz);
    for (long i = 0; i < count; i++) {
      double[] g = value.apply(i / rateHz);
      add(steps(g[0]), steps(g[1]), steps(g[2]));
    }
    return this;
  }

  private void add(short sampleX, short sampleY, short sampleZ) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
      z = Arrays.copyOf(z, 2 * size);
    }
    times[size] = Math.round(clock);
    x[size] = sampleX;
    y[size] = sampleY;
    z[size] = sampleZ;
    size++;
    clock += 1e6 / rateHz;
  }

  private double noise() {
    return NOISE * random.nextGaussian();
  }

  private static short steps(double g) {
    return (short) Math.round(g * SampleBatch.PER_G);
  }
}
