package io.vigil.alert.fall;

import io.vigil.activity.ModelRef;
import io.vigil.model.ModelRefused;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A logistic regression of an impact's features: as a few numbers that anybody can read.
 *
 * @param name of the model
 * @param version of the model under its name, from 1
 * @param featureSchemaHash of the features it was trained on
 * @param minScore from which score on an impact is a fall, above 0 to 1
 * @param intercept what is added to the terms
 * @param terms one a feature, in the order of {@link FallFeatures#SCHEMA}
 * @param goldenImpacts answers of the library that trained it, to be given again on loading
 * @param training on what and how it was trained, and how well it does
 */
public record FallModel(
    String name,
    int version,
    String featureSchemaHash,
    double minScore,
    double intercept,
    List<Term> terms,
    List<GoldenImpact> goldenImpacts,
    Training training)
    implements FallScorer {

  private static final double SAME = 1e-9;

  /**
   * A feature's part of the sum.
   *
   * @param feature its name
   * @param logarithm whether the logarithm of the feature is taken, see {@link #LOG_FROM}
   * @param low the lowest value in training, logarithm taken; what is lower counts as this
   * @param high the highest value in training
   * @param weight of the value
   */
  public record Term(String feature, boolean logarithm, double low, double high, double weight) {
    double of(double value) {
      return weight * Math.max(low, Math.min(high, transformed(value, logarithm)));
    }
  }

  /**
   * An impact with the training library's own answer.
   *
   * @param features in the order of the schema
   * @param score 0 to 1
   */
  public record GoldenImpact(double[] features, double score) {}

  /**
   * Where a model comes from.
   *
   * @param library that trained it, with its version
   * @param penalty on the weights
   * @param seed of what is random in the variations
   * @param people who wore the sensors, sorted
   * @param falls recordings with a fall
   * @param others recordings without one
   * @param sensitivity on people left out
   * @param specificity on people left out
   */
  public record Training(
      String library,
      double penalty,
      long seed,
      List<String> people,
      int falls,
      int others,
      double sensitivity,
      double specificity) {
    public Training {
      people = List.copyOf(people);
    }
  }

  /** Added before a logarithm is taken, so that 0 has one. */
  public static final double LOG_FROM = 0.02;

  /** Refuses a model of other features, or whose terms do not fit them. */
  public FallModel {
    terms = List.copyOf(terms);
    goldenImpacts = List.copyOf(goldenImpacts);
    List<String> names = terms.stream().map(Term::feature).toList();
    if (!featureSchemaHash.equals(FallFeatures.SCHEMA.hash())
        || !names.equals(FallFeatures.SCHEMA.names())) {
      throw new ModelRefused(
          "Fall model %s:%d has feature schema %.12s with the terms %s, this build expects %.12s with %s"
              .formatted(
                  name,
                  version,
                  featureSchemaHash,
                  names,
                  FallFeatures.SCHEMA.hash(),
                  FallFeatures.SCHEMA.names()));
    }
    if (!(minScore > 0 && minScore <= 1)) {
      throw new ModelRefused(
          "Fall model %s:%d has the least score %s, expected above 0 and at most 1"
              .formatted(name, version, minScore));
    }
  }

  /**
   * This model, if it answers its golden impacts as the library did.
   *
   * @throws ModelRefused if it does not
   */
  FallModel checked() {
    if (goldenImpacts.isEmpty()) {
      throw new ModelRefused(
          "Fall model %s:%d has no golden impact to answer, expected one or more"
              .formatted(name, version));
    }
    for (int i = 0; i < goldenImpacts.size(); i++) {
      double[] features = goldenImpacts.get(i).features();
      if (features.length != terms.size()) {
        throw new ModelRefused(
            "Fall model %s:%d has %d features in golden impact %d, expected %d"
                .formatted(name, version, features.length, i, terms.size()));
      }
      double seen = score(features);
      double expected = goldenImpacts.get(i).score();
      if (!(Math.abs(seen - expected) <= SAME)) {
        throw new ModelRefused(
            "Fall model %s:%d answers golden impact %d with %s, expected %s"
                .formatted(name, version, i, seen, expected));
      }
    }
    return this;
  }

  @Override
  public double score(double[] features) {
    double sum =
        intercept
            + IntStream.range(0, features.length)
                .mapToDouble(i -> terms.get(i).of(features[i]))
                .sum();
    return 1 / (1 + StrictMath.exp(-sum));
  }

  /** What each feature adds to the sum that the score is made of, in the order of the terms. */
  public List<Contribution> contributions(double[] features) {
    return IntStream.range(0, features.length)
        .mapToObj(
            i ->
                new Contribution(terms.get(i).feature(), features[i], terms.get(i).of(features[i])))
        .toList();
  }

  /**
   * A feature's part in a score.
   *
   * @param feature its name
   * @param value as measured
   * @param contribution weight times value, as the term takes it: above 0 speaks for a fall
   */
  public record Contribution(String feature, double value, double contribution) {}

  /** A feature as a term takes it. */
  public static double transformed(double value, boolean logarithm) {
    return logarithm ? StrictMath.log(value + LOG_FROM) : value;
  }

  /** As alerts name it. */
  public ModelRef ref() {
    return new ModelRef(name, version, FallModelFile.sha256(this));
  }
}
