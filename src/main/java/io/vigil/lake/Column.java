package io.vigil.lake;

import io.vigil.activity.Prediction;
import io.vigil.feature.Measured;
import io.vigil.feature.WearerReference;
import io.vigil.learn.Example;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** The columns of a file of examples, in order, and what each holds of an example. */
enum Column {
  PARTICIPANT_ID(Form.TEXT, Example::participantId),
  START(Form.TIME, e -> prediction(e).start()),
  END(Form.TIME, e -> prediction(e).end()),
  REASON(Form.TEXT, e -> e.reason().name()),
  /** What the message said that the participant was doing. */
  LABEL(Form.TEXT_OR_NONE, e -> prediction(e).label().isEmpty() ? null : prediction(e).label()),
  RATE_HZ(Form.NUMBER, e -> rateHz(measured(e))),
  X(Form.FLOATS, e -> measured(e).window().x()),
  Y(Form.FLOATS, e -> measured(e).window().y()),
  Z(Form.FLOATS, e -> measured(e).window().z()),
  FEATURES(Form.NUMBERS, e -> measured(e).features().values()),
  /** By which a build knows whether they are what it would compute. */
  FEATURE_SCHEMA(Form.TEXT, e -> measured(e).schema()),
  DOUBTFUL(Form.FLAG, e -> measured(e).features().doubtful()),
  GRAVITY(Form.NUMBER, e -> reference(e).gravity()),
  UP_X(Form.NUMBER, e -> reference(e).upX()),
  UP_Y(Form.NUMBER, e -> reference(e).upY()),
  UP_Z(Form.NUMBER, e -> reference(e).upZ()),
  WALKING_LOG_SD(Form.NUMBER, e -> reference(e).walkingLogSd()),
  ACTIVITY(Form.TEXT, e -> prediction(e).activity()),
  CONFIDENCE(Form.NUMBER, e -> prediction(e).confidence()),
  PROBABILITIES(Form.NUMBERS, e -> prediction(e).probabilities()),
  /** How much more probable the first class is than the second. */
  MARGIN(Form.NUMBER, e -> Doubt.margin(prediction(e).probabilities())),
  /** Of the probabilities, in bits. */
  ENTROPY(Form.NUMBER, e -> Doubt.entropyBits(prediction(e).probabilities())),
  MODEL_NAME(Form.TEXT, e -> prediction(e).model().name()),
  MODEL_VERSION(Form.WHOLE, e -> prediction(e).model().version()),
  MODEL_SHA256(Form.TEXT, e -> prediction(e).model().sha256()),
  SCHEMA_VERSION(Form.WHOLE, e -> Row.VERSION);

  /** All of them, as Parquet declares them. */
  static final MessageType SCHEMA =
      new MessageType("example", Stream.of(values()).map(Column::type).toArray(Type[]::new));

  private final Form form;
  private final Function<Example, Object> value;

  Column(Form form, Function<Example, Object> value) {
    this.form = form;
    this.value = value;
  }

  /** As the file names it: {@code participantId}. */
  String label() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder label = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      label
          .append(Character.toUpperCase(words[i].charAt(0)))
          .append(words[i], 1, words[i].length());
    }
    return label.toString();
  }

  Form form() {
    return form;
  }

  /** What it holds of an example; null where that is nothing. */
  Object of(Example example) {
    return value.apply(example);
  }

  private Type type() {
    return form.type(label());
  }

  private static Measured measured(Example example) {
    return example.scored().measured();
  }

  private static WearerReference reference(Example example) {
    return measured(example).reference();
  }

  private static Prediction prediction(Example example) {
    return example.scored().prediction();
  }

  private static double rateHz(Measured measured) {
    long micros = measured.window().end() - measured.window().start();
    return measured.window().x().length * 1e6 / micros;
  }
}
