package io.vigil.train;

import io.vigil.activity.ClassScheme;
import io.vigil.activity.Prediction;
import io.vigil.model.ClassMetrics;
import io.vigil.model.Metrics;
import io.vigil.model.ModelId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What predictions are worth where the truth is known. As JSON it is the record as it stands.
 *
 * @param windows with a label of the scheme; every one of them counts
 * @param accuracy share of them with the right class
 * @param macroF1 mean F1 of the classes that occur, as truth or as answer
 * @param perClass by class, in the order of {@code labels}; all 0 for a class that does not occur
 * @param confusion rows are what a window was, columns what was said of it
 * @param labels the classes in the order of rows and columns
 * @param model that answered; null where it was one a fold
 * @param unlabelled windows without a label of the scheme
 * @param perPerson by participant
 * @param calibration of the confidence
 */
public record Evaluation(
    long windows,
    double accuracy,
    double macroF1,
    Map<String, ClassMetrics> perClass,
    long[][] confusion,
    List<String> labels,
    ModelId model,
    long unlabelled,
    Map<String, Share> perPerson,
    Calibration calibration) {

  /** One participant's part; see the whole's components. */
  public record Share(long windows, double accuracy, double macroF1) {}

  /**
   * Compares predictions with their labels.
   *
   * @param predictions labelled or not
   * @param scheme how labels became the model's classes
   * @param model that answered; may be null
   */
  public static Evaluation of(List<Prediction> predictions, ClassScheme scheme, ModelId model) {
    List<Prediction> labelled =
        predictions.stream().filter(p -> scheme.classOf(p.label()).isPresent()).toList();
    List<String> labels =
        Stream.concat(scheme.classes().stream(), labelled.stream().map(Prediction::activity))
            .distinct()
            .toList();
    Confusion all = confusion(labelled, scheme, labels);
    Map<String, Share> perPerson =
        labelled.stream()
            .collect(
                Collectors.groupingBy(
                    Prediction::participantId,
                    TreeMap::new,
                    Collectors.collectingAndThen(
                        Collectors.toList(), own -> share(confusion(own, scheme, labels)))));
    return new Evaluation(
        all.windows(),
        all.accuracy(),
        all.macroF1(),
        all.perClass(),
        all.counts(),
        labels,
        model,
        predictions.size() - labelled.size(),
        perPerson,
        Calibration.of(labelled, scheme));
  }

  private static Confusion confusion(
      List<Prediction> labelled, ClassScheme scheme, List<String> labels) {
    Confusion confusion = new Confusion(labels);
    labelled.forEach(p -> confusion.add(scheme.classOf(p.label()).orElseThrow(), p.activity()));
    return confusion;
  }

  private static Share share(Confusion confusion) {
    return new Share(confusion.windows(), confusion.accuracy(), confusion.macroF1());
  }

  /** The same, said of a model that was trained as those of the folds were. */
  public Evaluation by(ModelId trained) {
    return new Evaluation(
        windows,
        accuracy,
        macroF1,
        perClass,
        confusion,
        labels,
        trained,
        unlabelled,
        perPerson,
        calibration);
  }

  /** As a manifest keeps it. */
  public Metrics metrics(String method) {
    return new Metrics(method, windows, accuracy, macroF1, perClass);
  }
}
