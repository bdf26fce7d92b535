package io.vigil.train;

import io.vigil.model.TrainedOn;

/** Counts the labelled windows that a model has not seen yet. */
public interface NewLabels {

  /** How many there are that a model trained on this has not seen. */
  long since(TrainedOn model);

  /**
   * Those of a data set, counted as training would choose them.
   *
   * @throws TrainingRefused if nothing could be trained on them
   */
  static NewLabels of(Dataset dataset, TrainingOptions options) {
    TrainingSet set = TrainingSet.of(dataset.people(), options);
    return model -> {
      long seen = model.windows().values().stream().mapToLong(Integer::longValue).sum();
      return set.sha256().equals(model.dataSha256()) ? 0 : Math.max(0, set.windows().size() - seen);
    };
  }
}
