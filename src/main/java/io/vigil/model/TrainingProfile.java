package io.vigil.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * What a model saw in training, frozen: what later windows are held against. It is counted over the
 * windows of the training people as the job would have seen and scored them.
 *
 * @param people bodies that were trained on; 0 where a model has no profile
 * @param said windows by what the model said of them: a class each in its order, and at last those
 *     it said nothing of ({@link io.vigil.activity.Activities#UNKNOWN})
 * @param onePerson as {@link FeatureProfile#onePerson()}, of what was said
 * @param features those that the forest splits on most, the most used first
 */
public record TrainingProfile(
    int people, long[] said, double onePerson, List<FeatureProfile> features) {
  /** Of a model that was trained before there were profiles. */
  public static final TrainingProfile NONE = new TrainingProfile(0, new long[0], 0, List.of());

  /** Refuses a profile whose parts do not fit each other. */
  public TrainingProfile {
    features = List.copyOf(features);
    ModelRefused.unless(
        people >= 0 && features.size() <= Limits.PROFILE_FEATURES,
        "The profile is of %d people and %d features, expected people from 0 up and at most %d features",
        people,
        features.size(),
        Limits.PROFILE_FEATURES);
    ModelRefused.unless(
        Arrays.stream(said).allMatch(count -> count >= 0),
        "The profile counts %s windows by what was said of them, expected counts from 0 up",
        Arrays.toString(said));
    checkOnePerson("what was said", onePerson);
    ModelRefused.unless(
        people > 0 || said.length == 0 && features.isEmpty(),
        "The profile is of nobody and has %d features, expected none",
        features.size());
  }

  static void checkOnePerson(String what, double onePerson) {
    ModelRefused.unless(
        Double.isFinite(onePerson) && onePerson >= 0,
        "The profile says %s of one person's %s, expected a finite number from 0 up",
        onePerson,
        what);
  }

  /** Whether there is none. */
  @JsonIgnore
  public boolean isNone() {
    return people == 0;
  }

  /** Refuses a profile of other features or of another number of classes. */
  void check(List<String> names, int classes) {
    ModelRefused.unless(
        isNone() || said.length == classes + 1,
        "The profile counts %d things that a model says, expected %d classes and the unknown",
        said.length,
        classes);
    for (FeatureProfile feature : features) {
      ModelRefused.unless(
          names.contains(feature.name()) && feature.windows().length == classes,
          "The profile has feature %s by %d classes, expected a feature of the schema by %d",
          feature.name(),
          feature.windows().length,
          classes);
    }
    ModelRefused.unless(
        features.stream().map(FeatureProfile::name).allMatch(new HashSet<>()::add),
        "The profile has the features %s, expected each once",
        features.stream().map(FeatureProfile::name).toList());
  }

  /** Equal to {@link #NONE}: what no manifest writes. */
  static final class None {
    @Override
    public boolean equals(Object other) {
      return other == null || other instanceof TrainingProfile profile && profile.isNone();
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }
}
