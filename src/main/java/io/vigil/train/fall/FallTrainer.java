package io.vigil.train.fall;

import io.vigil.alert.fall.FallFeatures;
import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModel.Training;
import io.vigil.train.TrainingRefused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import smile.classification.LogisticRegression;

/** Trains the model of falls, and says how it does on people left out. */
public final class FallTrainer {
  private final FallRecipe recipe;
  private final Map<Recording, Map<Variation, List<Impact>>> impacts = new LinkedHashMap<>();

  /**
   * Looks for impacts in recordings, as they are and varied.
   *
   * @param recordings of falls and of anything else; no two of one participant
   * @throws TrainingRefused if there are no two people who fall, or nothing but falls
   */
  public FallTrainer(List<Recording> recordings, FallRecipe recipe) {
    this.recipe = recipe;
    recordings.forEach(recording -> impacts.put(recording, look(recording)));
    long falling =
        recordings.stream()
            .map(Recording::trial)
            .filter(Trial::isFall)
            .map(Trial::person)
            .distinct()
            .count();
    if (falling < 2 || recordings.stream().allMatch(recording -> recording.trial().isFall())) {
      throw new TrainingRefused(
          "There are "
              + recordings.size()
              + " recordings with falls of "
              + falling
              + " people, expected falls of 2 people at least and recordings without a fall");
    }
  }

  private Map<Variation, List<Impact>> look(Recording recording) {
    Map<Variation, List<Impact>> found = new EnumMap<>(Variation.class);
    for (Variation variation : Variation.TRAINED) {
      found.put(variation, Impacts.of(recording, variation, recipe.seed()));
    }
    return found;
  }

  /** How many people there are to be left out. */
  public int people() {
    return (int) impacts.keySet().stream().map(r -> r.trial().person()).distinct().count();
  }

  /**
   * Leaves out each person in turn: weights and least score follow from the others, and the
   * detector runs over the person's recordings as the job would.
   *
   * @param variation of the recordings of the person left out
   * @param done told of each person's report as it is there
   */
  public FallReport leaveOnePersonOut(Variation variation, Consumer<FallReport> done) {
    List<Outcome> outcomes = new ArrayList<>();
    Map<String, List<Recording>> byPerson =
        impacts.keySet().stream()
            .collect(
                Collectors.groupingBy(
                    recording -> recording.trial().person(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (List<Recording> left : byPerson.values()) {
      String person = left.get(0).trial().person();
      FallModel model = without(person);
      List<Outcome> ofPerson =
          left.stream()
              .map(r -> Outcome.of(r, variation.of(r.samples(), recipe.seed() + 1), model))
              .toList();
      outcomes.addAll(ofPerson);
      done.accept(new FallReport(ofPerson));
    }
    return new FallReport(outcomes);
  }

  /** A model that knows nothing of a person, neither by its weights nor by its least score. */
  FallModel without(String person) {
    return fit("without-" + person, recordings(r -> !r.trial().person().equals(person)), null);
  }

  /**
   * Trains the model to keep, on everybody.
   *
   * @param name of the model
   * @param report measured on people left out
   */
  public FallModel train(String name, FallReport report) {
    return fit(name, recordings(recording -> true), report);
  }

  private List<Recording> recordings(Predicate<Recording> which) {
    return impacts.keySet().stream().filter(which).toList();
  }

  private FallModel fit(String name, List<Recording> recordings, FallReport report) {
    Map<Variation, List<Impact>> taught = new EnumMap<>(Variation.class);
    for (Variation variation : Variation.TRAINED) {
      List<Impact> of = new ArrayList<>();
      recordings.forEach(recording -> of.addAll(impacts.get(recording).get(variation)));
      taught.put(variation, of);
    }
    List<Impact> all = taught.values().stream().flatMap(List::stream).toList();
    LogisticFit fit = LogisticFit.fit(all, recipe.penalty());
    FallModel model = model(name, 0.5, fit, training(recordings, report));
    return model(name, LeastScore.of(taught, model), fit, model.training());
  }

  private static FallModel model(
      String name, double leastScore, LogisticFit fit, Training training) {
    return new FallModel(
        name,
        1,
        FallFeatures.SCHEMA.hash(),
        leastScore,
        fit.intercept(),
        fit.terms(),
        fit.golden(),
        training);
  }

  private Training training(List<Recording> recordings, FallReport report) {
    int falls = (int) recordings.stream().filter(r -> r.trial().isFall()).count();
    return new Training(
        "Smile " + LogisticRegression.class.getPackage().getImplementationVersion(),
        recipe.penalty(),
        recipe.seed(),
        recordings.stream().map(r -> r.trial().person()).distinct().sorted().toList(),
        falls,
        recordings.size() - falls,
        report == null ? 0 : report.sensitivity(),
        report == null ? 0 : report.specificity());
  }
}
