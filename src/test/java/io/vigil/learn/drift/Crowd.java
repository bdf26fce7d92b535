package io.vigil.learn.drift;

import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.model.Model;
import io.vigil.model.Scored;
import io.vigil.model.Scorer;
import io.vigil.model.ScoringState;
import io.vigil.train.SyntheticWindows;
import io.vigil.train.TrainedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Made-up people whose days a model has scored. */
final class Crowd {
  static final Model MODEL = Model.load(TrainedModels.forest(1, 20, 60));
  private static final int PER_ACTIVITY = 120;

  /** A person's windows of the first of January 2026 or so many days later, as the job has them. */
  static List<Scored> day(long seed, String person, int day, UnaryOperator<double[]> change) {
    Scorer scorer = MODEL.scorer();
    ScoringState state = new ScoringState();
    List<Scored> scored = new ArrayList<>();
    for (FeatureVector window :
        SyntheticWindows.of(seed, PER_ACTIVITY, SyntheticWindows.schema(), person)) {
      long later = day * DayWatch.DAY;
      FeatureVector changed =
          new FeatureVector(
              person,
              window.start() + later,
              window.end() + later,
              window.activity(),
              change.apply(window.values().clone()));
      scored.add(new Scored(new Measured(null, changed), scorer.score(changed, state)));
    }
    return scored;
  }

  /** A sensor worn the wrong way round. */
  static double[] turned(double[] values) {
    for (int f = 0; f < values.length; f++) {
      values[f] = -values[f];
    }
    return values;
  }

  /** A sensor with a gain of 1.3 that is one off besides. */
  static double[] offAndLouder(double[] values) {
    for (int f = 0; f < values.length; f++) {
      values[f] = 1.3 * values[f] + 1;
    }
    return values;
  }

  /** One day of so many people, the first of whom are changed. */
  static DayTotal total(long seed, int people, int changed, UnaryOperator<double[]> change) {
    References references = references();
    List<DayProfile> parts = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      DayState state = new DayState();
      DayWatch watch = new DayWatch(references, parts::add, finding -> {});
      String person = "n" + p;
      UnaryOperator<double[]> own = p < changed ? change : UnaryOperator.identity();
      day(seed, person, 0, own).forEach(window -> watch.add(state, window));
      watch.close(state, person);
    }
    DayTotal first = DayTotal.of(parts.get(0));
    return IntStream.range(1, parts.size())
        .mapToObj(parts::get)
        .reduce(first, DayTotal::and, (one, other) -> one);
  }

  static Optional<DriftFinding> judged(DayTotal total) {
    return new Population().judge(new PopulationState(), total.health());
  }

  static References references() {
    Reference own =
        new Reference(
            MODEL.manifest().profile(),
            MODEL.manifest().featureSchema().names(),
            MODEL.manifest().classes());
    return new References(
        sha256 -> sha256.equals(MODEL.id().sha256()) ? Optional.of(own) : Optional.empty());
  }

  private Crowd() {}
}
