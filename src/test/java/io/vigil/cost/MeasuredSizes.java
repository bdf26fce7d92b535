package io.vigil.cost;

import io.vigil.sensor.AvroBatches;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceBatch;
import io.vigil.sensor.JsonBatches;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import io.vigil.simulate.Batch;
import io.vigil.simulate.BatchWriter;
import io.vigil.simulate.JsonLines;
import io.vigil.simulate.Scenario;
import io.vigil.simulate.Simulation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How large messages are, measured on what a simulated person's sensor sends in five minutes. */
final class MeasuredSizes {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
  private final List<DeviceBatch> seconds = new ArrayList<>();

  MeasuredSizes() throws IOException {
    List<Batch> sent = new ArrayList<>();
    new Simulation(new Scenario(1, 1, 300 / 3600.0, 1, START, 0, 0, 0, 0))
        .run(BatchWriter.NONE, sent::add, second -> {});
    Decoder decoder = new Decoder(DecoderSettings.DEFAULT, InstantSource.system());
    for (Batch batch : sent) {
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      try (JsonLines lines = new JsonLines(json)) {
        lines.write(batch);
      }
      seconds.addAll(
          decoder
              .decode(new RawMessage(MessageFormat.JSON, "", "hub/0", 0, json.toByteArray()))
              .batches());
    }
  }

  /** Bytes of a JSON message of so many seconds, on average. */
  double json(int length) {
    return stretches(length).stream()
        .mapToInt(batch -> JsonBatches.encode(batch).length)
        .average()
        .orElseThrow();
  }

  /** Bytes of an Avro message of so many seconds, on average. */
  double avro(int length) {
    return stretches(length).stream()
        .mapToInt(batch -> AvroBatches.encode(batch).orElseThrow().length)
        .average()
        .orElseThrow();
  }

  private List<DeviceBatch> stretches(int length) {
    List<DeviceBatch> stretches = new ArrayList<>();
    for (int i = 0; i + length <= seconds.size(); i += length) {
      stretches.add(joined(seconds.subList(i, i + length)));
    }
    return stretches;
  }

  private static DeviceBatch joined(List<DeviceBatch> parts) {
    DeviceBatch all = parts.get(0);
    for (DeviceBatch next : parts.subList(1, parts.size())) {
      all =
          new DeviceBatch(
              all.participantId(),
              join(all.times(), next.times()),
              all.unit(),
              join(all.x(), next.x()),
              join(all.y(), next.y()),
              join(all.z(), next.z()),
              all.activity(),
              all.origin(),
              all.position(),
              true);
    }
    return all;
  }

  private static long[] join(long[] left, long[] right) {
    long[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  private static float[] join(float[] left, float[] right) {
    float[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }
}
