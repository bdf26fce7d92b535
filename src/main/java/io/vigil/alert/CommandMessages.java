package io.vigil.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Commands as they travel: {@code {"id", "participantId", "alertId", "command", "actor", "time"[,
 * "text"][, "until"]}}, one JSON object a message, in a hub as in a store.
 */
public final class CommandMessages {
  private static final int MOST_BYTES = 16 << 10;
  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_ACTOR = 200;
  private static final JsonFactory JSON = new JsonFactory();

  /** Writes one. */
  public static String write(Command command) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("id", command.id());
      json.writeStringField("participantId", command.participantId());
      json.writeStringField("alertId", command.alertId());
      json.writeStringField("command", command.kind().word());
      json.writeStringField("actor", command.actor());
      json.writeStringField("time", iso(command.time()));
      if (!command.text().isEmpty()) {
        json.writeStringField("text", command.text());
      }
      if (command.until() != Alert.NEVER) {
        json.writeStringField("until", iso(command.until()));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A command could not be written to memory", e);
    }
    return text.toString();
  }

  /**
   * Reads one. Who gives it may be missing: then the job refuses it where everybody can see that.
   *
   * @throws IllegalArgumentException where it is none, with what was seen and what was expected
   */
  public static Command read(byte[] message) {
    AskedFields fields = AskedFields.of(message, MOST_BYTES);
    String word = fields.required("command", 40);
    CommandKind kind =
        CommandKind.named(word)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "command is %s, expected one of %s"
                            .formatted(AskedFields.seen(word), words())));
    return new Command(
        fields.id("id"),
        fields.optional("participantId", LONGEST_NAME),
        fields.required("alertId", LONGEST_NAME),
        kind,
        fields.optional("actor", LONGEST_ACTOR),
        fields.time("time"),
        fields.optional("text", MOST_BYTES),
        fields.time("until"));
  }

  private static String words() {
    return Arrays.stream(CommandKind.values())
        .map(CommandKind::word)
        .collect(Collectors.joining(", "));
  }

  private static String iso(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  private CommandMessages() {}
}
