package io.vigil;

import io.vigil.JobInputs.Promotions;
import io.vigil.activity.Episode;
import io.vigil.activity.EpisodeFunction;
import io.vigil.activity.Prediction;
import io.vigil.alert.Alert;
import io.vigil.alert.AlertFunction;
import io.vigil.alert.Command;
import io.vigil.alert.CommandFunction;
import io.vigil.alert.DriftIncidents;
import io.vigil.alert.Heartbeat;
import io.vigil.alert.HeartbeatFunction;
import io.vigil.alert.Incident;
import io.vigil.alert.ModelIncidentFunction;
import io.vigil.alert.Notice;
import io.vigil.alert.NoticeOperator;
import io.vigil.alert.RulesFunction;
import io.vigil.alert.WatchInput;
import io.vigil.erasure.Cleared;
import io.vigil.erasure.DoorFunction;
import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureFunction;
import io.vigil.feature.Measured;
import io.vigil.feature.WearerReference;
import io.vigil.learn.Example;
import io.vigil.learn.ExampleFunction;
import io.vigil.learn.drift.DayHealth;
import io.vigil.learn.drift.DayProfile;
import io.vigil.learn.drift.DriftFinding;
import io.vigil.learn.drift.DriftFunction;
import io.vigil.learn.drift.HealthFunction;
import io.vigil.model.FixedScoringFunction;
import io.vigil.model.Scored;
import io.vigil.model.ScoringFunction;
import io.vigil.model.Shadow;
import io.vigil.model.ShadowFunction;
import io.vigil.model.Takeover;
import io.vigil.model.TakeoverFunction;
import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.DecodeOperator;
import io.vigil.sensor.RawMessage;
import io.vigil.sensor.SampleBatch;
import io.vigil.store.AlertDocuments;
import io.vigil.store.AskedDocuments;
import io.vigil.store.Document;
import io.vigil.store.Documents;
import io.vigil.store.ErasureDocuments;
import io.vigil.store.HealthDocuments;
import io.vigil.store.ReviewDocuments;
import io.vigil.window.ParticipantFunction;
import io.vigil.window.ParticipantTimeFunction;
import io.vigil.window.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * The whole topology, in the order data takes it. Live, replay and training call the same
 * operators: they differ in where messages come from and where documents go.
 *
 * <pre>
 * messages -> decode ---------------------------------> dead letters
 *               | keyBy participant (the only shuffle)
 *             door <- erasures -------------------------> word of them follows the samples
 *               |
 *             participant time -----------------------> late samples
 *               | windows        | samples in order
 *             features           |
 *               |                |
 *             score <- models that take over ---------> predictions (by setting)
 *               |            |   +-- worth keeping ---> examples, windows for review
 *               |            |   +-- days, drift -----> health, alerts
 *             episodes       watch <- commands, rules
 *               |              +----------------------> alerts, answers, heartbeats
 *               +-------------------------------------> activities
 * </pre>
 *
 * <p>Steps that would only ever read nothing are left out: those of models, commands, erasures and
 * heartbeats in a replay. What is left out writes nothing, so the documents are the same.
 *
 * <p>Every step has a uid, and its maximum parallelism does not follow from how many tasks there
 * are: a savepoint holds both.
 */
public final class ActivityJob {

  /**
   * From messages to documents, and to examples for those who learn from them.
   *
   * @param atStart models that are known from the start, one for everybody among them
   */
  public static void define(
      JobInputs inputs, List<Takeover> atStart, JobSettings settings, JobOutputs outputs) {
    Optional<ErasureStreams> erasures = inputs.erasures().map(ErasureStreams::of);
    SingleOutputStreamOperator<SampleBatch> samples = samples(inputs.messages(), settings);
    Optional<SingleOutputStreamOperator<SampleBatch>> door =
        erasures.map(asked -> asked.door(samples));
    SingleOutputStreamOperator<Window> windows =
        door.map(welcome -> windows(sameKey(welcome, SampleBatch::participantId), settings))
            .orElseGet(() -> windows(samples, settings));
    Optional<SingleOutputStreamOperator<Takeover>> takeovers =
        inputs
            .promotions()
            .map(Promotions::stream)
            .map(stream -> erasures.map(asked -> asked.takeovers(stream)).orElse(stream))
            .map(ActivityJob::takeovers);
    DataStream<Measured> measured = measured(windows, Map.of());
    SingleOutputStreamOperator<Scored> scored =
        takeovers
            .map(
                promoted -> {
                  var registry = inputs.promotions().orElseThrow().registry();
                  return scored(
                      measured,
                      promoted,
                      new ScoringFunction(atStart, registry, settings.cohorts()));
                })
            .orElseGet(() -> scored(measured, atStart, settings));
    shadowed(scored);
    DataStream<Prediction> predictions = predictions(scored);
    SingleOutputStreamOperator<Episode> episodes =
        sameKey(predictions, Prediction::participantId)
            .process(new EpisodeFunction(settings.renewMicros()))
            .name("episodes")
            .uid("episodes");
    SingleOutputStreamOperator<DayProfile> days = days(scored);
    SingleOutputStreamOperator<DayHealth> health = health(days, settings);
    Optional<SingleOutputStreamOperator<Command>> commands =
        inputs.commands().map(ActivityJob::commands);
    Optional<DataStream<Command>> welcome =
        commands.map(all -> erasures.map(asked -> asked.commands(all)).orElse(all));
    SingleOutputStreamOperator<String> rules = rules(inputs.rulesOrNone(), settings);

    DataStream<WatchInput> watched =
        watched(
                "watched-samples",
                windows.getSideOutput(ParticipantTimeFunction.ORDERED),
                WatchInput::samples)
            .union(
                watched("watched-windows", predictions, WatchInput::window),
                watched(
                    "watched-days",
                    days.getSideOutput(DriftFunction.FINDINGS),
                    finding -> WatchInput.incident(DriftIncidents.of(finding))),
                moved(
                    "watched-drift",
                    health.getSideOutput(HealthFunction.FINDINGS),
                    DriftFinding::participantId,
                    finding -> WatchInput.incident(DriftIncidents.of(finding))));
    if (welcome.isPresent()) {
      watched =
          watched.union(
              moved(
                  "watched-commands", welcome.get(), Command::participantId, WatchInput::command));
    }
    if (inputs.rules().isPresent()) {
      watched =
          watched.union(incidents("watched-rules", rules.getSideOutput(RulesFunction.INCIDENTS)));
    }
    if (takeovers.isPresent()) {
      watched = watched.union(incidents("watched-models", refusals(takeovers.get(), settings)));
    }
    SingleOutputStreamOperator<Alert> alerts =
        sameKey(watched, WatchInput::participantId)
            .connect(notices(rules, settings).broadcast(AlertFunction.RULES))
            .process(new AlertFunction(settings.alerts()))
            .name("alerts")
            .uid("alerts");

    DataStream<DeadLetter> undecoded = samples.getSideOutput(DecodeOperator.DEAD_LETTERS);
    DataStream<DeadLetter> deadLetters =
        erasures.map(asked -> asked.deadLetters(undecoded)).orElse(undecoded);
    DataStream<Document> documents =
        documents("activities", episodes, Documents::activity)
            .union(
                documents("alert-documents", alerts, AlertDocuments::alert),
                once(documents("health-documents", health, HealthDocuments::day)),
                documents("dead-letters", deadLetters, Documents::deadLetter),
                documents(
                    "late-samples",
                    windows.getSideOutput(ParticipantTimeFunction.LATE),
                    Documents::deadLetter),
                documents(
                    "samples-read", samples.getSideOutput(DecodeOperator.READ), Documents::read),
                documents(
                    "tallies",
                    windows.getSideOutput(ParticipantTimeFunction.TALLY),
                    Documents::tally));
    if (commands.isPresent()) {
      documents =
          documents.union(
              documents(
                  "answers", alerts.getSideOutput(AlertFunction.ANSWERS), AskedDocuments::answer),
              documents(
                  "refused-commands",
                  commands.get().getSideOutput(CommandFunction.DEAD_LETTERS),
                  Documents::deadLetter));
    }
    if (inputs.rules().isPresent()) {
      documents =
          documents.union(
              documents(
                  "rule-answers",
                  rules.getSideOutput(RulesFunction.ANSWERS),
                  AskedDocuments::answer));
    }
    if (!settings.alerts().replay()) {
      documents =
          documents.union(
              once(documents("heartbeat-documents", heartbeats(alerts), Documents::heartbeat)));
    }
    if (settings.predictions()) {
      documents =
          documents.union(
              documents(
                  "labels-said",
                  predictions.filter(window -> !window.isErasure()).name("labels").uid("labels"),
                  Documents::prediction));
    }
    if (door.isPresent()) {
      documents =
          documents.union(
              documents(
                  "refused-samples",
                  door.get().getSideOutput(DoorFunction.REFUSED),
                  Documents::deadLetter),
              cleared("cleared-episodes", episodes, ParticipantFunction.CLEARED),
              cleared("cleared-days", days, ParticipantFunction.CLEARED),
              cleared("cleared-alerts", alerts, AlertFunction.CLEARED));
    }
    if (outputs.examples().isPresent()) {
      SingleOutputStreamOperator<Example> examples =
          sameKey(scored, Scored::participantId)
              .process(new ExampleFunction(settings.choice()))
              .name("examples")
              .uid("examples");
      examples.sinkTo(outputs.examples().get()).name("lake").uid("lake");
      documents = documents.union(documents("asked-windows", asked(examples), ReviewDocuments::of));
      if (door.isPresent()) {
        documents =
            documents.union(cleared("cleared-examples", examples, ParticipantFunction.CLEARED));
      }
    }
    documents.sinkTo(outputs.documents()).name("documents").uid("documents");
  }

  /**
   * From samples to features: what training reads.
   *
   * @param known references of wearers that are taken as known from the start
   */
  public static MeasuredStreams measured(
      DataStream<SampleBatch> samples, JobSettings settings, Map<String, WearerReference> known) {
    return MeasuredStreams.of(measured(windows(samples, settings), known));
  }

  /** From samples to each participant's in order of time: what explaining reads. */
  public static DataStream<SampleBatch> ordered(
      DataStream<SampleBatch> samples, JobSettings settings) {
    return windows(samples, settings).getSideOutput(ParticipantTimeFunction.ORDERED);
  }

  /** From samples to what the model says of each window: what evaluation reads. */
  public static DataStream<Prediction> predictions(
      DataStream<SampleBatch> samples, byte[] model, JobSettings settings) {
    return predictions(
            scored(
                measured(windows(samples, settings), Map.of()),
                List.of(Takeover.always(model)),
                settings))
        .filter(window -> !window.isErasure());
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
    return windows(samples.keyBy(SampleBatch::participantId), settings);
  }

  private static SingleOutputStreamOperator<Window> windows(
      KeyedStream<SampleBatch, String> samples, JobSettings settings) {
    return samples
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
      DataStream<Measured> measured, DataStream<Takeover> takeovers, ScoringFunction scoring) {
    return sameKey(measured, Measured::participantId)
        .connect(takeovers.broadcast(ScoringFunction.TAKEOVERS))
        .process(scoring)
        .name("score")
        .uid("score");
  }

  /** Where nobody takes over: a broadcast input would keep it from being chained. */
  private static SingleOutputStreamOperator<Scored> scored(
      DataStream<Measured> measured, List<Takeover> models, JobSettings settings) {
    return sameKey(measured, Measured::participantId)
        .process(new FixedScoringFunction(models, settings.cohorts()))
        .name("score")
        .uid("score");
  }

  /**
   * One door for the whole job, so that what is refused is told once. Its maximum is that of the
   * job, because the first release had it in the task of its source.
   */
  private static SingleOutputStreamOperator<Takeover> takeovers(DataStream<Takeover> promoted) {
    return promoted
        .process(new TakeoverFunction())
        .setParallelism(1)
        .name("takeovers")
        .uid("takeovers");
  }

  private static SingleOutputStreamOperator<Incident> refusals(
      SingleOutputStreamOperator<Takeover> takeovers, JobSettings settings) {
    return takeovers
        .getSideOutput(TakeoverFunction.VERDICTS)
        .map(new ModelIncidentFunction(settings.alerts()))
        .setParallelism(1)
        .name("refused-models")
        .uid("refused-models");
  }

  /** What the challenger says beside the models in force: counted, and written nowhere. */
  private static SingleOutputStreamOperator<Shadow> shadowed(
      SingleOutputStreamOperator<Scored> scored) {
    return scored
        .getSideOutput(ScoringFunction.SHADOWS)
        .process(new ShadowFunction())
        .name("shadow")
        .uid("shadow");
  }

  private static DataStream<Prediction> predictions(DataStream<Scored> scored) {
    return scored
        .map(Scored::prediction)
        .returns(Prediction.class)
        .name("predictions")
        .uid("predictions");
  }

  /** Participants' days as they end, beside what the model's training lets expect. */
  private static SingleOutputStreamOperator<DayProfile> days(DataStream<Scored> scored) {
    return sameKey(scored, Scored::participantId)
        .process(new DriftFunction())
        .name("drift")
        .uid("drift");
  }

  /** One for the whole job, because a day is everybody's. */
  private static SingleOutputStreamOperator<DayHealth> health(
      DataStream<DayProfile> days, JobSettings settings) {
    return days.keyBy(day -> "")
        .process(new HealthFunction(settings.alerts().replay()))
        .setParallelism(1)
        .setMaxParallelism(1)
        .name("health")
        .uid("health");
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

  /**
   * One for the whole job. It begins a task of its own, so that it has one task at most wherever it
   * runs: in the task of alerts it would have as many as they.
   */
  private static SingleOutputStreamOperator<Heartbeat> heartbeats(
      SingleOutputStreamOperator<Alert> alerts) {
    return once(
        alerts
            .getSideOutput(AlertFunction.BEATS)
            .process(new HeartbeatFunction())
            .startNewChain()
            .name("heartbeat")
            .uid("heartbeat"));
  }

  /** In the one task of what it follows. */
  private static <T> SingleOutputStreamOperator<T> once(SingleOutputStreamOperator<T> step) {
    return step.setParallelism(1).setMaxParallelism(1);
  }

  private static SingleOutputStreamOperator<Example> asked(DataStream<Example> examples) {
    return examples.filter(ReviewDocuments::isAsked).name("asked").uid("asked");
  }

  private static <T> DataStream<WatchInput> watched(
      String name, DataStream<T> stream, MapFunction<T, WatchInput> form) {
    return stream.map(form).returns(WatchInput.class).name(name).uid(name);
  }

  /** Brings what came another way to where its participant is. */
  private static <T> DataStream<WatchInput> moved(
      String name,
      DataStream<T> stream,
      KeySelector<T, String> participant,
      MapFunction<T, WatchInput> form) {
    return watched(name, stream.keyBy(participant), form);
  }

  private static DataStream<WatchInput> incidents(String name, DataStream<Incident> incidents) {
    return moved(name, incidents, incident -> incident.key().participantId(), WatchInput::incident);
  }

  private static DataStream<Document> cleared(
      String name, SingleOutputStreamOperator<?> step, OutputTag<Cleared> tag) {
    return documents(name, step.getSideOutput(tag), ErasureDocuments::cleared);
  }

  private static <T> SingleOutputStreamOperator<Document> documents(
      String name, DataStream<T> stream, MapFunction<T, Document> form) {
    return stream.map(form).returns(Document.class).name(name).uid(name);
  }

  /** Says that a stream still lies as the one shuffle laid it, so that no second one is needed. */
  private static <T> KeyedStream<T, String> sameKey(
      DataStream<T> stream, KeySelector<T, String> participant) {
    return DataStreamUtils.reinterpretAsKeyedStream(stream, participant);
  }

  private ActivityJob() {}
}
