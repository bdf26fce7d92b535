package io.vigil.train.fall;

import io.vigil.sensor.SampleBatch;
import io.vigil.simulate.CsvSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Trials of movements so plain that any model must tell them apart. */
public final class MadeUpTrials {
  /** Of each kind and person. */
  public static final int REPETITIONS = 12;

  /** Writes the trials of some people to a csv file. */
  public static Path write(Path file, int people) throws IOException {
    try (CsvSamples csv = new CsvSamples(Files.newOutputStream(file))) {
      recordings(people).forEach(recording -> csv.write(recording.samples()));
    }
    return file;
  }

  static List<Recording> recordings(int people) {
    List<Recording> recordings = new ArrayList<>();
    for (int person = 1; person <= people; person++) {
      for (int repetition = 1; repetition <= REPETITIONS; repetition++) {
        for (String kind : List.of("F01", "D01")) {
          String id = "P%d-%s-R%02d".formatted(person, kind, repetition);
          recordings.add(new Recording(Trial.of(id), blow(id, kind.equals("F01"))));
        }
      }
    }
    return recordings;
  }

  /** Stands for 5 s, takes a blow, stands or lies for 5 s. */
  private static SampleBatch blow(String id, boolean fall) {
    Random random = new Random(id.hashCode());
    double peak = 2 + random.nextDouble();
    int size = 500;
    long[] times = new long[size];
    short[][] axes = new short[3][size];
    for (int i = 0; i < size; i++) {
      times[i] = 1_767_603_600_000_000L + i * 20_000L;
      boolean lies = fall && i > 250;
      double weight = i > 250 && i < 256 ? peak : 1;
      double[] g = {0, lies ? 0.1 : 1, lies ? 0.99 : 0.1};
      for (int axis = 0; axis < 3; axis++) {
        double noisy = g[axis] * weight + 0.02 * random.nextGaussian();
        axes[axis][i] = (short) Math.rint(noisy * SampleBatch.PER_G);
      }
    }
    return new SampleBatch(id, times, axes[0], axes[1], axes[2], "");
  }

  private MadeUpTrials() {}
}
