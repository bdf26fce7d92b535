package io.vigil;

import static io.vigil.Lanes.sameKey;
import static io.vigil.Lanes.withoutWords;

import io.vigil.JobInputs.Promotions;
import io.vigil.activity.Episode;
import io.vigil.activity.EpisodeFunction;
import io.vigil.activity.Prediction;
import io.vigil.alert.Alert;
import io.vigil.alert.AlertFunction;
import io.vigil.alert.Command;
import io.vigil.alert.CommandFunction;
import io.vigil.alert.DriftIncidents;
import io.vigil.alert.RulesFunction;
import io.vigil.alert.WatchInput;
import io.vigil.erasure.DoorFunction;
import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureFunction;
import io.vigil.feature.Measured;
import io.vigil.feature.WearerReference;
import io.vigil.kept.KeepingBroadcastOperator;
import io.vigil.kept.KeepingOperator;
import io.vigil.learn.Example;
import io.vigil.learn.ExampleFunction;
import io.vigil.learn.drift.DayHealth;
import io.vigil.learn.drift.DayProfile;
import io.vigil.learn.drift.DriftFinding;
import io.vigil.learn.drift.DriftFunction;
import io.vigil.learn.drift.HealthFunction;
import io.vigil.model.Scored;
import io.vigil.model.ScoringFunction;
import io.vigil.model.Takeover;
import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.DecodeOperator;
import io.vigil.sensor.RawMessage;
import io.vigil.sensor.SampleBatch;
import io.vigil.store.AlertDocuments;
import io.vigil.store.AskedDocuments;
import io.vigil.store.Documents;
import io.vigil.store.HealthDocuments;
import io.vigil.store.ReviewDocuments;
import io.vigil.window.ParticipantFunction;
import io.vigil.window.ParticipantTimeFunction;
import io.vigil.window.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

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
            .map(ModelSteps::takeovers);
    DataStream<Measured> measured = measured(windows, Map.of());
    SingleOutputStreamOperator<Scored> scored =
        takeovers
            .map(
                promoted -> {
                  var registry = inputs.promotions().orElseThrow().registry();
                  return ModelSteps.scored(
                      measured,
                      promoted,
                      new ScoringFunction(atStart, registry, settings.cohorts()));
                })
            .orElseGet(() -> ModelSteps.scored(measured, atStart, settings));
    ModelSteps.shadowed(scored);
    DataStream<Prediction> predictions = predictions(scored);
    SingleOutputStreamOperator<Episode> episodes =
        KeepingOperator.process(
                sameKey(predictions, Prediction::participantId),
                new EpisodeFunction(settings.renewMicros()))
            .name("episodes")
            .uid("episodes");
    SingleOutputStreamOperator<DayProfile> days = DaySteps.days(scored);
    SingleOutputStreamOperator<DayHealth> health = DaySteps.health(days, settings);
    Optional<SingleOutputStreamOperator<Command>> commands =
        inputs.commands().map(WatchSteps::commands);
    Optional<DataStream<Command>> welcome =
        commands.map(all -> erasures.map(asked -> asked.commands(all)).orElse(all));
    SingleOutputStreamOperator<String> rules = WatchSteps.rules(inputs.rulesOrNone(), settings);

    WatchStreams watched = new WatchStreams();
    watched.add(
        "watched-samples",
        windows.getSideOutput(ParticipantTimeFunction.ORDERED),
        WatchInput::samples);
    watched.add("watched-windows", predictions, WatchInput::window);
    watched.add(
        "watched-days",
        days.getSideOutput(DriftFunction.FINDINGS),
        finding -> WatchInput.incident(DriftIncidents.of(finding)));
    watched.move(
        "watched-drift",
        health.getSideOutput(HealthFunction.FINDINGS),
        DriftFinding::participantId,
        finding -> WatchInput.incident(DriftIncidents.of(finding)));
    welcome.ifPresent(
        asked ->
            watched.move("watched-commands", asked, Command::participantId, WatchInput::command));
    if (inputs.rules().isPresent()) {
      watched.move("watched-rules", rules.getSideOutput(RulesFunction.INCIDENTS));
    }
    takeovers.ifPresent(
        promoted -> watched.move("watched-models", ModelSteps.refusals(promoted, settings)));
    SingleOutputStreamOperator<Alert> alerts =
        KeepingBroadcastOperator.process(
                sameKey(watched.all(), WatchInput::participantId),
                WatchSteps.notices(rules, settings),
                AlertFunction.RULES,
                new AlertFunction(settings.alerts()))
            .name("alerts")
            .uid("alerts");

    DataStream<DeadLetter> undecoded = samples.getSideOutput(DecodeOperator.DEAD_LETTERS);
    DataStream<DeadLetter> deadLetters =
        erasures.map(asked -> asked.deadLetters(undecoded)).orElse(undecoded);
    DocumentStreams documents = new DocumentStreams();
    documents.add("activities", episodes, Documents::activity);
    documents.add("alert-documents", alerts, AlertDocuments::alert);
    documents.addOfOne("health-documents", health, HealthDocuments::day);
    documents.add("dead-letters", deadLetters, Documents::deadLetter);
    documents.add(
        "late-samples", windows.getSideOutput(ParticipantTimeFunction.LATE), Documents::deadLetter);
    documents.add("samples-read", samples.getSideOutput(DecodeOperator.READ), Documents::read);
    documents.add(
        "tallies", windows.getSideOutput(ParticipantTimeFunction.TALLY), Documents::tally);
    commands.ifPresent(
        all -> {
          documents.add(
              "answers", alerts.getSideOutput(AlertFunction.ANSWERS), AskedDocuments::answer);
          documents.add(
              "refused-commands",
              all.getSideOutput(CommandFunction.DEAD_LETTERS),
              Documents::deadLetter);
        });
    if (inputs.rules().isPresent()) {
      documents.add(
          "rule-answers", rules.getSideOutput(RulesFunction.ANSWERS), AskedDocuments::answer);
    }
    if (!settings.alerts().replay()) {
      documents.addOfOne(
          "heartbeat-documents", WatchSteps.heartbeats(alerts), Documents::heartbeat);
    }
    if (settings.predictions()) {
      documents.add(
          "labels-said",
          withoutWords(predictions).name("labels").uid("labels"),
          Documents::prediction);
    }
    door.ifPresent(
        welcomed -> {
          documents.add(
              "refused-samples",
              welcomed.getSideOutput(DoorFunction.REFUSED),
              Documents::deadLetter);
          documents.cleared("cleared-episodes", episodes, ParticipantFunction.CLEARED);
          documents.cleared("cleared-days", days, ParticipantFunction.CLEARED);
          documents.cleared("cleared-alerts", alerts, AlertFunction.CLEARED);
        });
    outputs
        .examples()
        .ifPresent(
            lake -> {
              SingleOutputStreamOperator<Example> examples = examples(scored, settings);
              examples.sinkTo(lake).name("lake").uid("lake");
              documents.add(
                  "asked-windows",
                  examples.filter(ReviewDocuments::isAsked).name("asked").uid("asked"),
                  ReviewDocuments::of);
              if (door.isPresent()) {
                documents.cleared("cleared-examples", examples, ParticipantFunction.CLEARED);
              }
            });
    documents.all().sinkTo(outputs.documents()).name("documents").uid("documents");
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
    return withoutWords(
        predictions(
            ModelSteps.scored(
                measured(windows(samples, settings), Map.of()),
                List.of(Takeover.always(model)),
                settings)));
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
    return KeepingOperator.process(
            samples,
            new ParticipantTimeFunction(FeatureExtractor.SCHEMA.windows(), settings.time()))
        .name("participant-time")
        .uid("participant-time");
  }

  private static SingleOutputStreamOperator<Measured> measured(
      DataStream<Window> windows, Map<String, WearerReference> known) {
    return KeepingOperator.process(
            sameKey(windows, Window::participantId), new FeatureFunction(known))
        .name("features")
        .uid("features");
  }

  private static SingleOutputStreamOperator<Example> examples(
      DataStream<Scored> scored, JobSettings settings) {
    return KeepingOperator.process(
            sameKey(scored, Scored::participantId), new ExampleFunction(settings.choice()))
        .name("examples")
        .uid("examples");
  }

  private static DataStream<Prediction> predictions(DataStream<Scored> scored) {
    return scored
        .map(Scored::prediction)
        .returns(Prediction.class)
        .name("predictions")
        .uid("predictions");
  }

  private ActivityJob() {}
}
