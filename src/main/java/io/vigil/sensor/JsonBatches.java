package io.vigil.sensor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;

/**
 * Writes the JSON form of a batch. The decoder reads from it the very batch: the times to the
 * microsecond, the numbers to the last bit of a float.
 */
public final class JsonBatches {
  private static final JsonFactory JSON = new JsonFactory();

  /** Whole numbers below this are exact in a float. */
  private static final float WHOLE = 1 << 24;

  /** The bytes of one message: about 16 a sample for raw counts at a steady rate. */
  public static byte[] encode(DeviceBatch batch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128 + 24 * batch.size());
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("participantId", batch.participantId());
      json.writeStringField("start", Timestamps.instant(batch.times()[0]).toString());
      times(batch.times(), json);
      json.writeStringField("unit", batch.unit().toString());
      axis("x", batch.x(), json);
      axis("y", batch.y(), json);
      axis("z", batch.z(), json);
      if (!batch.activity().isEmpty()) {
        json.writeStringField("activity", batch.activity());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void times(long[] times, JsonGenerator json) throws IOException {
    OptionalDouble rateHz = SteadyRate.of(times);
    if (rateHz.isPresent()) {
      json.writeFieldName("rateHz");
      number(rateHz.getAsDouble(), json);
      return;
    }
    json.writeArrayFieldStart("offsetsMillis");
    for (long time : times) {
      number((time - times[0]) / 1e3, json);
    }
    json.writeEndArray();
  }

  private static void axis(String name, float[] values, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(name);
    for (float value : values) {
      if (Math.abs(value) >= WHOLE || value != (int) value) {
        json.writeNumber(decimal(value));
      } else {
        json.writeNumber((int) value);
      }
    }
    json.writeEndArray();
  }

  /**
   * The short form, where it comes back by way of a double: a number half way between two floats
   * would be rounded twice. All digits otherwise.
   */
  private static String decimal(float value) {
    String brief = Float.toString(value);
    return (float) Double.parseDouble(brief) == value ? brief : Double.toString(value);
  }

  private static void number(double value, JsonGenerator json) throws IOException {
    if (value == (int) value) {
      json.writeNumber((int) value);
    } else {
      json.writeNumber(value);
    }
  }

  private JsonBatches() {}
}
