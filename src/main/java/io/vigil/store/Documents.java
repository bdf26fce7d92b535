package io.vigil.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vigil.activity.Episode;
import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.alert.Alert;
import io.vigil.alert.Heartbeat;
import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.ReadTally;
import io.vigil.window.ParticipantTally;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The documents' form: what stands in them, in which order, and their ids. Times are ISO-8601 in
 * UTC, probabilities have four decimals.
 */
public final class Documents {
  /** Raised when a field changes its meaning or goes. */
  public static final int SCHEMA_VERSION = 1;

  private static final JsonFactory JSON = new JsonFactory();

  /** An episode: {@code id} follows from participant and start. */
  public static Document activity(Episode episode) {
    String start = iso(episode.start());
    String id = id(episode.participantId(), "activity", start);
    String day = day(episode.start());
    return new Document(
        Container.ACTIVITIES,
        id,
        episode.participantId(),
        day,
        episode.start(),
        write(
            json -> {
              json.writeStringField("id", id);
              json.writeStringField("participantId", episode.participantId());
              json.writeStringField("day", day);
              json.writeStringField("activity", episode.activity());
              json.writeStringField("start", start);
              json.writeStringField("end", iso(episode.end()));
              json.writeBooleanField("open", episode.open());
              json.writeNumberField("windows", episode.windows());
              json.writeNumberField("confidence", rounded(episode.confidence()));
              model(json, episode.model());
              json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            }));
  }

  /** The label of one window: {@code id} follows from participant and start. */
  public static Document prediction(Prediction window) {
    String start = iso(window.start());
    String id = id(window.participantId(), "prediction", start);
    String day = day(window.start());
    return new Document(
        Container.PREDICTIONS,
        id,
        window.participantId(),
        day,
        window.start(),
        write(
            json -> {
              json.writeStringField("id", id);
              json.writeStringField("participantId", window.participantId());
              json.writeStringField("day", day);
              json.writeStringField("start", start);
              json.writeStringField("end", iso(window.end()));
              json.writeStringField("activity", window.activity());
              json.writeNumberField("confidence", rounded(window.confidence()));
              json.writeArrayFieldStart("probabilities");
              for (double probability : window.probabilities()) {
                json.writeNumber(rounded(probability));
              }
              json.writeEndArray();
              if (!window.label().isEmpty()) {
                json.writeStringField("label", window.label());
              }
              model(json, window.model());
              json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            }));
  }

  /** Input that could not be used: {@code id} follows from where it came from. */
  public static Document deadLetter(DeadLetter letter) {
    String id =
        id(letter.source(), letter.kind().name().toLowerCase(Locale.ROOT), "" + letter.position());
    return new Document(
        Container.DEAD_LETTERS,
        id,
        letter.participantId(),
        "",
        letter.position(),
        write(
            json -> {
              json.writeStringField("id", id);
              json.writeStringField("kind", letter.kind().name());
              json.writeStringField("participantId", letter.participantId());
              json.writeStringField("source", letter.source());
              json.writeNumberField("position", letter.position());
              json.writeStringField("reason", letter.reason());
              json.writeNumberField("samples", letter.samples());
              payload(json, letter.payload());
              json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            }));
  }

  /** What became of a participant's samples. */
  public static Document tally(ParticipantTally tally) {
    return new Document(
        Container.TALLIES,
        id(tally.participantId(), "tally", "samples"),
        tally.participantId(),
        "",
        0,
        write(
            json -> {
              json.writeNumberField("inWindows", tally.inWindows());
              json.writeNumberField("incomplete", tally.incomplete());
              json.writeNumberField("late", tally.late());
              json.writeNumberField("duplicates", tally.duplicates());
            }));
  }

  /** That the job lives: one document, of which the newest form stays. */
  public static Document heartbeat(Heartbeat heartbeat) {
    return new Document(
        Container.HEARTBEATS,
        "job",
        "",
        "",
        heartbeat.time(),
        write(
            json -> {
              json.writeStringField("id", "job");
              json.writeStringField("ts", iso(heartbeat.time()));
              if (heartbeat.newestSample() == Alert.NEVER) {
                json.writeNullField("newestSampleTs");
              } else {
                json.writeStringField("newestSampleTs", iso(heartbeat.newestSample()));
              }
              json.writeNumberField("tasks", heartbeat.tasks());
              json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            }));
  }

  /** How many samples one instance of the decoder read. */
  public static Document read(ReadTally tally) {
    return new Document(
        Container.TALLIES,
        id("", "read", "" + tally.instance()),
        "",
        "",
        0,
        write(json -> json.writeNumberField("read", tally.read())));
  }

  /**
   * An id that every store takes: participant, kind and time, with what Cosmos DB forbids in ids
   * percent-encoded.
   */
  static String id(String whose, String kind, String when) {
    return URLEncoder.encode(whose, StandardCharsets.UTF_8) + "_" + kind + "_" + when;
  }

  /** A moment as documents have it: ISO-8601 in UTC. */
  public static String iso(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  /** The day of a moment as documents have it, {@code yyyy-MM-dd} in UTC. */
  public static String day(long micros) {
    return Instant.EPOCH
        .plus(micros, ChronoUnit.MICROS)
        .atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .toString();
  }

  private static double rounded(double probability) {
    return Math.round(probability * 10_000) / 10_000.0;
  }

  static void model(JsonGenerator json, ModelRef model) throws IOException {
    json.writeObjectFieldStart("model");
    json.writeStringField("name", model.name());
    json.writeNumberField("version", model.version());
    json.writeStringField("sha256", model.sha256());
    json.writeEndObject();
  }

  /** As text where it is text, so that a person can read it; otherwise in base 64. */
  private static void payload(JsonGenerator json, byte[] bytes) throws IOException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      json.writeStringField("payload", text);
    } catch (CharacterCodingException notText) {
      json.writeBinaryField("payloadBase64", bytes);
    }
  }

  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  static String write(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A document could not be written to memory", e);
    }
    return text.toString();
  }

  private Documents() {}
}
