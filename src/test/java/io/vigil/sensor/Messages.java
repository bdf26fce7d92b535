package io.vigil.sensor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

/** Messages of every format, and a decoder whose clock stands still, for tests. */
final class Messages {
  static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NINE);
  static final Decoder DECODER = new Decoder(DecoderSettings.DEFAULT, CLOCK);
  static final String HEADER = "participantId,timestamp,x,y,z,activity";

  static final String SAMPLE =
      "{\"participantId\":\"p1\",\"timestamp\":\"2026-01-05T09:00:00.019Z\","
          + "\"accelerationX\":1222,\"accelerationY\":1402,\"accelerationZ\":2037}";
  static final String BATCH =
      "{\"participantId\":\"p1\",\"deviceId\":\"chest-7\",\"sequence\":481,"
          + "\"start\":\"2026-01-05T09:00:00Z\",\"rateHz\":50,\"unit\":\"raw\","
          + "\"x\":[2048,2049,2050],\"y\":[2560,2561,2562],\"z\":[0,1,4095]}";

  static RawMessage json(String text) {
    return new RawMessage(MessageFormat.JSON, "", "hub/3", 77, bytes(text));
  }

  static RawMessage avro(byte[] payload) {
    return new RawMessage(MessageFormat.AVRO, "", "hub/3", 77, payload);
  }

  static RawMessage uci(long firstLine, String lines) {
    return new RawMessage(MessageFormat.UCI287, "12", "12.csv", firstLine, bytes(lines));
  }

  static RawMessage csv(String header, String lines) {
    return new RawMessage(MessageFormat.CSV, header, "ward.csv", 2, bytes(lines));
  }

  static RawMessage of(MessageFormat format, byte[] payload) {
    String key = format == MessageFormat.CSV ? HEADER : "12";
    return new RawMessage(format, key, "source", 1, payload);
  }

  static AvroBatch counts() {
    int[] x = {2048, 2049, 2050};
    return AvroBatch.ofCounts("p1", NINE, 50, x, new int[] {2560, 2561, 2562}, x);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The reason of the only dead letter. */
  static String reason(Decoded decoded) {
    if (decoded.deadLetters().size() != 1) {
      throw new AssertionError("Expected one dead letter, got " + decoded);
    }
    return decoded.deadLetters().get(0).reason();
  }

  private Messages() {}
}
