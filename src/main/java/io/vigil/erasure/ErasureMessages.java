package io.vigil.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.sensor.Erasable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads erasures as the store keeps them; receipts and all else in them is for people. */
public final class ErasureMessages {
  /** The state of one that was lifted, in the field {@code state}. */
  public static final String LIFTED = "LIFTED";

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Erasure read(byte[] message) {
    try {
      JsonNode json = JSON.readTree(message);
      return new Erasure(
          id(json),
          text(json, "participantId"),
          ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text(json, "at"))),
          text(json, "state").equals(LIFTED));
    } catch (IOException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("This is no erasure: " + e.getMessage(), e);
    }
  }

  /** Reads one. */
  public static Erasure read(String message) {
    return read(message.getBytes(StandardCharsets.UTF_8));
  }

  private static String id(JsonNode json) {
    String id = text(json, "id");
    if (Erasable.RESERVED.contains(id)) {
      throw new IllegalArgumentException(
          "An erasure has the id %s, expected any but %s, by which the job tells itself of others; nobody is forgotten by it"
              .formatted(id, String.join(" and ", Erasable.RESERVED)));
    }
    return id;
  }

  private static String text(JsonNode json, String name) {
    String text = json.path(name).asText();
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "An erasure has no " + name + ", expected a text; nobody is forgotten by it");
    }
    return text;
  }

  private ErasureMessages() {}
}
