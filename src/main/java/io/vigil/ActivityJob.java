package io.vigil;

import io.vigil.activity.Episode;
import io.vigil.activity.EpisodeFunction;
import io.vigil.activity.Prediction;
import io.vigil.alert.Alert;
import io.vigil.alert.AlertFunction;
import io.vigil.alert.Command;
import io.vigil.alert.CommandFunction;
import io.vigil.alert.Heartbeat;
import io.vigil.alert.HeartbeatFunction;
import io.vigil.alert.Notice;
import io.vigil.alert.NoticeOperator;
import io.vigil.alert.RulesFunction;
import io.vigil.alert.WatchInput;
import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureFunction;
import io.vigil.feature.Measured;
import io.vigil.feature.WearerReference;
import io.vigil.learn.ExampleFunction;
import io.vigil.model.Scored;
import io.vigil.model.ScoringFunction;
import io.vigil.sensor.DecodeOperator;
import io.vigil.sensor.RawMessage;
import io.vigil.sensor.SampleBatch;
import io.vigil.store.AlertDocuments;
import io.vigil.store.AskedDocuments;
import io.vigil.store.Document;
import io.vigil.store.Documents;
import io.vigil.window.ParticipantTimeFunction;
import io.vigil.window.Window;
import java.util.Map;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The whole topology, in the order data takes it. Live, replay and training call the same
 * operators: they differ in where messages come from and where documents go.
 *
 * <pre>
 * messages -> decode ---------------------------------> dead letters
 *               | keyBy participant (the only shuffle)
 *             participant time -----------------------> late samples
 *               | windows        | samples in order
 *             features           |
 *               |                |
 *             score with the model -------------------> predictions (by setting)
 *               |            |   +-- worth keeping ---> examples
 *             episodes       watch <- commands, rules
 *               |              +----------------------> alerts, answers, heartbeats
 *               +-------------------------------------> activities
 * </pre>
 */
public final class ActivityJob {

  /** From messages to documents, and to examples for those who learn from them. */
  public static void define(
      JobInputs inputs, byte[] model, JobSettings settings, JobOutputs outputs) {
    SingleOutputStreamOperator<SampleBatch> samples = samples(inputs.messages(), settings);
    SingleOutputStreamOperator<Window> windows = windows(samples, settings);
    SingleOutputStreamOperator<Scored> scored = scored(measured(windows, Map.of()), model);
    DataStream<Prediction> predictions = predictions(scored);
    SingleOutputStreamOperator<Episode> episodes =
        sameKey(predictions, Prediction::participantId)
            .process(new EpisodeFunction(settings.renewMicros()))
            .name("episodes")
            .uid("episodes");
    SingleOutputStreamOperator<Command> commands = commands(inputs.commands());
    SingleOutputStreamOperator<String> rules = rules(inputs.rules(), settings);
    SingleOutputStreamOperator<Alert> alerts =
        sameKey(
                windows
                    .getSideOutput(ParticipantTimeFunction.ORDERED)
                    .map(WatchInput::samples)
                    .union(
                        predictions.map(WatchInput::window),
                        moved(commands, Command::participantId, WatchInput::command),
                        moved(
                            rules.getSideOutput(RulesFunction.INCIDENTS),
                            incident -> incident.key().participantId(),
                            WatchInput::incident)),
                WatchInput::participantId)
            .connect(notices(rules, settings).broadcast(AlertFunction.RULES))
            .process(new AlertFunction(settings.alerts()))
            .name("alerts")
            .uid("alerts");

    DataStream<Document> documents =
        documents(episodes, Documents::activity)
            .union(
                documents(alerts, AlertDocuments::alert),
                documents(alerts.getSideOutput(AlertFunction.ANSWERS), AskedDocuments::answer),
                documents(rules.getSideOutput(RulesFunction.ANSWERS), AskedDocuments::answer),
                documents(heartbeats(alerts), Documents::heartbeat),
                documents(
                    commands.getSideOutput(CommandFunction.DEAD_LETTERS), Documents::deadLetter),
                documents(
                    samples.getSideOutput(DecodeOperator.DEAD_LETTERS), Documents::deadLetter),
                documents(
                    windows.getSideOutput(ParticipantTimeFunction.LATE), Documents::deadLetter),
                documents(samples.getSideOutput(DecodeOperator.READ), Documents::read),
                documents(windows.getSideOutput(ParticipantTimeFunction.TALLY), Documents::tally));
    if (settings.predictions()) {
      documents = documents.union(documents(predictions, Documents::prediction));
    }
    documents.sinkTo(outputs.documents()).name("documents").uid("documents");
    outputs
        .examples()
        .ifPresent(
            sink ->
                sameKey(scored, Scored::participantId)
                    .process(new ExampleFunction(settings.choice()))
                    .name("examples")
                    .uid("examples")
                    .sinkTo(sink)
                    .name("lake")
                    .uid("lake"));
  }

  /**
   * From samples to features: what training reads.
   *
   * @param known references of wearers that are taken as known from the start
   */
  public static SingleOutputStreamOperator<Measured> measured(
      DataStream<SampleBatch> samples, JobSettings settings, Map<String, WearerReference> known) {
    return measured(windows(samples, settings), known);
  }

  /** From samples to each participant's in order of time: what explaining reads. */
  public static DataStream<SampleBatch> ordered(
      DataStream<SampleBatch> samples, JobSettings settings) {
    return windows(samples, settings).getSideOutput(ParticipantTimeFunction.ORDERED);
  }

  /** From samples to what the model says of each window: what evaluation reads. */
  public static DataStream<Prediction> predictions(
      DataStream<SampleBatch> samples, byte[] model, JobSettings settings) {
    return predictions(scored(measured(windows(samples, settings), Map.of()), model));
  }

  /** From messages to samples in g. */
  public static SingleOutputStreamOperator<SampleBatch> samples(
      DataStream<RawMessage> messages, JobSettings settings) {
    return DecodeOperator.decode(
            messages, settings.decoder(), settings.profiles(), settings.pseudonyms())
        .name("decode")
        .uid("decode");
  }

  private static SingleOutputStreamOperator<Window> windows(
      DataStream<SampleBatch> samples, JobSettings settings) {
    return samples
        .keyBy(SampleBatch::participantId)
        .process(new ParticipantTimeFunction(FeatureExtractor.SCHEMA.windows(), settings.time()))
        .name("participant-time")
        .uid("participant-time");
  }

  private static SingleOutputStreamOperator<Measured> measured(
      DataStream<Window> windows, Map<String, WearerReference> known) {
    return sameKey(windows, Window::participantId)
        .process(new FeatureFunction(known))
        .name("features")
        .uid("features");
  }

  private static SingleOutputStreamOperator<Scored> scored(
      DataStream<Measured> measured, byte[] model) {
    return sameKey(measured, Measured::participantId)
        .process(new ScoringFunction(model))
        .name("score")
        .uid("score");
  }

  private static DataStream<Prediction> predictions(DataStream<Scored> scored) {
    return scored.map(Scored::prediction).returns(Prediction.class);
  }

  private static SingleOutputStreamOperator<Command> commands(DataStream<RawMessage> messages) {
    return messages.process(new CommandFunction()).name("commands").uid("commands");
  }

  /** One door for the whole job, so that all tasks follow the same rules. */
  private static SingleOutputStreamOperator<String> rules(
      DataStream<RawMessage> messages, JobSettings settings) {
    return messages
        .process(new RulesFunction(settings.alerts()))
        .setParallelism(1)
        .setMaxParallelism(1)
        .name("rules")
        .uid("rules");
  }

  /** Rules, and the question whether all live. */
  private static SingleOutputStreamOperator<Notice> notices(
      DataStream<String> rules, JobSettings settings) {
    return NoticeOperator.of(rules, settings.alerts())
        .setParallelism(1)
        .setMaxParallelism(1)
        .name("notices")
        .uid("notices");
  }

  /** One for the whole job. */
  private static SingleOutputStreamOperator<Heartbeat> heartbeats(
      SingleOutputStreamOperator<Alert> alerts) {
    return alerts
        .getSideOutput(AlertFunction.BEATS)
        .process(new HeartbeatFunction())
        .setParallelism(1)
        .setMaxParallelism(1)
        .name("heartbeats")
        .uid("heartbeats");
  }

  /** Brings what came another way to where its participant is. */
  private static <T> DataStream<WatchInput> moved(
      DataStream<T> stream, KeySelector<T, String> participant, MapFunction<T, WatchInput> form) {
    return stream.keyBy(participant).map(form).returns(WatchInput.class);
  }

  private static <T> DataStream<Document> documents(
      DataStream<T> stream, MapFunction<T, Document> form) {
    return stream.map(form).returns(Document.class);
  }

  /** Says that a stream still lies as the one shuffle laid it, so that no second one is needed. */
  private static <T> KeyedStream<T, String> sameKey(
      DataStream<T> stream, KeySelector<T, String> participant) {
    return DataStreamUtils.reinterpretAsKeyedStream(stream, participant);
  }

  private ActivityJob() {}
}
