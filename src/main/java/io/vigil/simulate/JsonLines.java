package io.vigil.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** Batches as lines that each hold one JSON object, as devices send them. */
public final class JsonLines implements BatchWriter, AutoCloseable {
  private final JsonGenerator json;

  /** Writes to a stream, which is closed with this. */
  public JsonLines(OutputStream out) throws IOException {
    this.json = new JsonFactory().createGenerator(out).setRootValueSeparator(null);
  }

  @Override
  public void write(Batch batch) throws IOException {
    json.writeStartObject();
    json.writeStringField("participantId", batch.participantId());
    json.writeStringField("deviceId", batch.deviceId());
    json.writeNumberField("sequence", batch.sequence());
    json.writeStringField("start", Times.iso(batch.startMicros()));
    json.writeNumberField("rateHz", Batch.RATE_HZ);
    json.writeStringField("unit", "raw");
    axis("x", batch.x());
    axis("y", batch.y());
    axis("z", batch.z());
    if (!batch.activity().isEmpty()) {
      json.writeStringField("activity", batch.activity());
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void axis(String name, int[] counts) throws IOException {
    json.writeFieldName(name);
    json.writeArray(counts, 0, counts.length);
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
