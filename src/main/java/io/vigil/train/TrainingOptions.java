package io.vigil.train;

import io.vigil.activity.ClassScheme;
import io.vigil.model.Smoothing;
import java.util.List;

/**
 * What is trained, and how.
 *
 * @param scheme how labels become classes
 * @param samePerson groups of participants that are one body under several ids: they are never on
 *     both sides of a split
 * @param fitting the classifier's part
 * @param boundarySeconds windows nearer than this to a change of the label are left out of training
 *     (never out of evaluation), because labels are set late or early by seconds; 0 for none
 * @param plausibility which labels are taken as right, in training
 * @param smoothing one to use it; several to choose among by the training people alone
 */
public record TrainingOptions(
    ClassScheme scheme,
    List<List<String>> samePerson,
    Fitting fitting,
    double boundarySeconds,
    Plausibility plausibility,
    List<Smoothing> smoothing) {
  /** To choose from, the first where nothing speaks for another. */
  private static final List<Smoothing> CANDIDATES =
      List.of(
          new Smoothing(0.8, 1),
          Smoothing.OFF,
          new Smoothing(0.8, 0.5),
          new Smoothing(0.9, 0.5),
          new Smoothing(0.9, 1),
          new Smoothing(0.95, 0.5),
          new Smoothing(0.95, 1),
          new Smoothing(0.98, 0.5));

  /** Refuses options that contradict themselves. */
  public TrainingOptions {
    samePerson = samePerson.stream().map(List::copyOf).toList();
    smoothing = List.copyOf(smoothing);
    if (!(boundarySeconds >= 0) || Double.isInfinite(boundarySeconds)) {
      throw new IllegalArgumentException(
          "boundarySeconds is " + boundarySeconds + ", expected 0 or more");
    }
    if (smoothing.isEmpty()) {
      throw new IllegalArgumentException("No smoothing, expected one or more");
    }
    List<String> all = samePerson.stream().flatMap(List::stream).toList();
    if (all.stream().distinct().count() != all.size()) {
      throw new IllegalArgumentException(
          "The groups of one person are " + samePerson + ", expected each participant once");
    }
  }

  /** A forest for a scheme, everything else as usual. */
  public static TrainingOptions forest(ClassScheme scheme) {
    return new TrainingOptions(scheme, List.of(), Fitting.FOREST, 0, Plausibility.ANY, CANDIDATES);
  }

  /** The same with other groups of one body. */
  public TrainingOptions withSamePerson(List<List<String>> groups) {
    return new TrainingOptions(scheme, groups, fitting, boundarySeconds, plausibility, smoothing);
  }

  /** The same with another classifier. */
  public TrainingOptions withFitting(Fitting other) {
    return new TrainingOptions(scheme, samePerson, other, boundarySeconds, plausibility, smoothing);
  }

  /** The same with other smoothings to choose among. */
  public TrainingOptions withSmoothing(Smoothing... choices) {
    return new TrainingOptions(
        scheme, samePerson, fitting, boundarySeconds, plausibility, List.of(choices));
  }

  /** The same with another distance from changes of the label. */
  public TrainingOptions withBoundarySeconds(double seconds) {
    return new TrainingOptions(scheme, samePerson, fitting, seconds, plausibility, smoothing);
  }

  /** The same with other labels taken as right. */
  public TrainingOptions withPlausibility(Plausibility other) {
    return new TrainingOptions(scheme, samePerson, fitting, boundarySeconds, other, smoothing);
  }
}
