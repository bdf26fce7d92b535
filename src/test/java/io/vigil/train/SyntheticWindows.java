package io.vigil.train;

import io.vigil.activity.Activities;
import io.vigil.feature.FeatureSchema;
import io.vigil.feature.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Windows of made-up people: a cloud of features an activity, shifted a little for each person. */
public final class SyntheticWindows {
  public static final int FEATURES = 6;
  private static final long HOP = 1_000_000;

  /** The activities, in the order each person goes through them. */
  public static final List<String> ACTIVITIES =
      List.of(
          Activities.WORKING_AT_COMPUTER,
          Activities.STANDING,
          Activities.WALKING,
          Activities.STAIRS,
          Activities.TALKING_WHILE_STANDING);

  /** A schema of that many features. */
  public static FeatureSchema schema() {
    return new FeatureSchema(
        1, 52, 2000, 1000, IntStream.range(0, FEATURES).mapToObj(f -> "f" + f).toList());
  }

  /** Everybody's windows, each activity for so many of them, one after the other. */
  public static List<FeatureVector> of(long seed, int perActivity, String... participants) {
    return of(seed, perActivity, schema(), participants);
  }

  /** The same on a schema of more features, which say nothing. */
  public static List<FeatureVector> of(
      long seed, int perActivity, FeatureSchema schema, String... participants) {
    List<FeatureVector> windows = new ArrayList<>();
    for (String participant : participants) {
      windows.addAll(
          person(
              new Random(seed * 31 + participant.hashCode()),
              perActivity,
              schema.names().size(),
              participant));
    }
    return windows;
  }

  private static List<FeatureVector> person(
      Random random, int perActivity, int features, String participant) {
    List<FeatureVector> windows = new ArrayList<>();
    double shift = random.nextGaussian() * 0.3;
    long start = 1_767_225_600_000_000L;
    for (int a = 0; a < ACTIVITIES.size(); a++) {
      for (int w = 0; w < perActivity; w++) {
        double[] values = new double[features];
        for (int f = 0; f < FEATURES; f++) {
          values[f] = (f == a ? 2 : 0) + shift + random.nextGaussian();
        }
        windows.add(
            new FeatureVector(participant, start, start + 2 * HOP, ACTIVITIES.get(a), values));
        start += HOP;
      }
    }
    return windows;
  }

  private SyntheticWindows() {}
}
