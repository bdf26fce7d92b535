package io.vigil.lake;

import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.feature.WearerReference;
import io.vigil.learn.Example;
import io.vigil.learn.Reason;
import io.vigil.model.Scored;
import io.vigil.window.Window;

/** A row of a file, as it is read column by column. */
final class Row {
  /** Raised whenever a column changes its meaning. */
  static final int VERSION = 1;

  private final Object[] values = new Object[Column.values().length];

  void clear() {
    java.util.Arrays.fill(values, null);
  }

  void put(Column column, Object value) {
    values[column.ordinal()] = value;
  }

  /**
   * The example that was written.
   *
   * @throws IllegalArgumentException if the row is of a later version, or no example
   */
  Example example() {
    if (whole(Column.SCHEMA_VERSION) > VERSION) {
      throw new IllegalArgumentException(
          "The rows have schema version %d, expected %d at most: a later Vigil wrote them"
              .formatted(whole(Column.SCHEMA_VERSION), VERSION));
    }
    return new Example(new Scored(measured(), prediction()), Reason.valueOf(text(Column.REASON)));
  }

  private Measured measured() {
    String participant = text(Column.PARTICIPANT_ID);
    long start = time(Column.START);
    long end = time(Column.END);
    Window window =
        new Window(
            participant,
            start,
            end,
            (float[]) value(Column.X),
            (float[]) value(Column.Y),
            (float[]) value(Column.Z),
            label());
    FeatureVector features =
        new FeatureVector(
            participant,
            start,
            end,
            label(),
            (double[]) value(Column.FEATURES),
            (Boolean) value(Column.DOUBTFUL));
    WearerReference reference =
        new WearerReference(
            number(Column.GRAVITY),
            number(Column.UP_X),
            number(Column.UP_Y),
            number(Column.UP_Z),
            number(Column.WALKING_LOG_SD));
    return new Measured(window, features, text(Column.FEATURE_SCHEMA), reference);
  }

  private Prediction prediction() {
    return new Prediction(
        text(Column.PARTICIPANT_ID),
        time(Column.START),
        time(Column.END),
        text(Column.ACTIVITY),
        number(Column.CONFIDENCE),
        (double[]) value(Column.PROBABILITIES),
        label(),
        new ModelRef(
            text(Column.MODEL_NAME), whole(Column.MODEL_VERSION), text(Column.MODEL_SHA256)));
  }

  private String label() {
    Object label = values[Column.LABEL.ordinal()];
    return label == null ? "" : (String) label;
  }

  private String text(Column column) {
    return (String) value(column);
  }

  private long time(Column column) {
    return (Long) value(column);
  }

  private int whole(Column column) {
    return (Integer) value(column);
  }

  private double number(Column column) {
    return (Double) value(column);
  }

  private Object value(Column column) {
    Object value = values[column.ordinal()];
    if (value == null) {
      throw new IllegalArgumentException("A row has no " + column.label());
    }
    return value;
  }
}
