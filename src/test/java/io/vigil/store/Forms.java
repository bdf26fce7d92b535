package io.vigil.store;

import io.vigil.activity.Episode;
import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.alert.Alert;
import io.vigil.alert.Answer;
import io.vigil.alert.Command;
import io.vigil.alert.CommandKind;
import io.vigil.alert.Heartbeat;
import io.vigil.alert.NewRules;
import io.vigil.alert.RuleSet;
import io.vigil.learn.Label;
import io.vigil.learn.Question;
import io.vigil.learn.Reason;
import io.vigil.sensor.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Documents of every kind, in the form in which the job writes them. */
public final class Forms {
  public static final String DAY = "2026-01-05";
  public static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  private static final ModelRef MODEL =
      new ModelRef("chest", 3, "f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2");

  /** An episode that has just begun: the first form of its document. */
  public static Document activity(String participant, Instant start, double confidence) {
    long micros = micros(start);
    return Documents.activity(
        new Episode(
            participant, "Walking", micros, micros + 4_000_000, true, 1, confidence, MODEL));
  }

  /** A longer form of the same episode, which is over. */
  public static Document closed(String participant, Instant start, int windows) {
    return closed(participant, start, windows, MODEL);
  }

  /** The same as another model sees it. */
  public static Document closedByAnother(String participant, Instant start, int windows) {
    return closed(participant, start, windows, new ModelRef("chest", 4, MODEL.sha256()));
  }

  private static Document closed(String participant, Instant start, int windows, ModelRef model) {
    long micros = micros(start);
    long end = micros + 2_000_000 + windows * 2_000_000L;
    return Documents.activity(
        new Episode(participant, "Walking", micros, end, false, windows, 0.5, model));
  }

  /** A label whose probabilities have every form that numbers take. */
  public static Document prediction(String participant, Instant start) {
    long micros = micros(start);
    double[] probabilities = {1.0, 0.1235, 1e-4, 0, 0.5};
    return Documents.prediction(
        new Prediction(
            participant, micros, micros + 4_000_000, "Stairs", 1, probabilities, "Walking", MODEL));
  }

  /** A dead letter whose payload has everything that must be escaped in JSON. */
  public static Document deadLetter(String source, long position) {
    byte[] payload = "\"zażółć\" 😀 \\ \t \u0001 /".getBytes(StandardCharsets.UTF_8);
    return Documents.deadLetter(
        new DeadLetter(
            DeadLetter.Kind.INVALID, "", source, position, "no participant", 1, payload));
  }

  /** An alert in one of its revisions. */
  public static Document alert(String participant, Instant start, long revision) {
    String id = Documents.id(participant, "fall", start.toString());
    String body =
        ("{\"id\":\"%s\",\"participantId\":\"%s\",\"type\":\"fall\",\"severity\":\"CRITICAL\","
                + "\"status\":\"ACTIVE_UNACK\",\"startTs\":\"%s\",\"occurrences\":[],"
                + "\"evidence\":{\"peakG\":3.25},\"revision\":%d,\"schemaVersion\":1}")
            .formatted(id, participant, start, revision);
    return new Document(Container.ALERTS, id, participant, DAY, micros(start), revision, body);
  }

  /** A window that people are asked about. */
  public static Document review(String participant, Instant start) {
    long micros = micros(start);
    Map<String, Double> probabilities = new LinkedHashMap<>();
    probabilities.put("Walking", 1.0);
    probabilities.put("Stairs", 0.0);
    return ReviewDocuments.of(
        new Question(
            participant,
            micros,
            micros + 4_000_000,
            Reason.UNCERTAIN,
            "Walking",
            1,
            probabilities,
            "AAAA",
            MODEL));
  }

  /** What somebody says of it. */
  public static Document label(String participant, Instant start) {
    long micros = micros(start);
    return LabelDocuments.of(
        new Label(participant, micros, micros + 4_000_000, "Stairs", "ann ż", micros + 1));
  }

  /** A command with everything that one can have. */
  public static Document command(String participant, String id) {
    long time = micros(NINE);
    return AskedDocuments.command(
        new Command(
            id,
            participant,
            participant + "_fall",
            CommandKind.SNOOZE,
            "ann",
            time,
            "\"later\" ż",
            time + 60_000_000));
  }

  /** What a command led to, in a life of the job. */
  public static Document answer(String participant, String id, int term) {
    return answer(participant, id, Answer.Verdict.FOLLOWED, "", term);
  }

  /** Why a command led to nothing. */
  public static Document refusal(String participant, String id, int term) {
    return answer(participant, id, Answer.Verdict.REFUSED, "It is cleared already", term);
  }

  private static Document answer(
      String participant, String id, Answer.Verdict verdict, String reason, int term) {
    return AskedDocuments.answer(
        new Answer(
            id,
            participant,
            participant + "_fall",
            "snooze",
            "ann",
            micros(NINE),
            verdict,
            reason,
            3,
            term));
  }

  /** That the job lives. */
  public static Document heartbeat(Instant time) {
    return Documents.heartbeat(new Heartbeat(micros(time), Alert.NEVER, 2));
  }

  /** New rules. */
  public static Document rules(String id) {
    return AskedDocuments.rules(new NewRules(id, "ops", micros(NINE), RuleSet.shipped().text()));
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private Forms() {}
}
