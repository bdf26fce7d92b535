package io.vigil.publish;

import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.Decoded;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceBatch;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.Normalised;
import io.vigil.sensor.Normaliser;
import io.vigil.sensor.RawMessage;
import io.vigil.sensor.SampleBatch;
import io.vigil.sensor.Unit;
import io.vigil.source.FileChunks;
import io.vigil.source.FilePlan;
import io.vigil.source.HistoricalSplit;
import io.vigil.source.HubFormat;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a job makes of messages: each participant's samples in their order, as the device sent them
 * and in g.
 */
final class SampleStreams {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-02-01T00:00:00Z"));

  record DeviceSample(long time, Unit unit, float x, float y, float z, String activity) {}

  record Sample(long time, short x, short y, short z, String activity) {}

  final Map<String, List<DeviceSample>> device = new TreeMap<>();
  final Map<String, List<Sample>> inG = new TreeMap<>();
  long refused;

  private final Decoder decoder;
  private final Normaliser normaliser = new Normaliser(DeviceProfiles.DEFAULT);

  private SampleStreams(DecoderSettings settings) {
    this.decoder = new Decoder(settings, CLOCK);
  }

  /** Read from files, as the historical source hands them to the job. */
  static SampleStreams ofFiles(FilePlan plan, DecoderSettings settings) throws IOException {
    SampleStreams streams = new SampleStreams(settings);
    for (HistoricalSplit split : plan.splits()) {
      for (String file : split.files()) {
        try (FileChunks chunks = new FileChunks(file, split.format(), 0, "")) {
          for (RawMessage next = chunks.next(); next != null; next = chunks.next()) {
            streams.add(next);
          }
        }
      }
    }
    return streams;
  }

  /** Read from a hub. */
  static SampleStreams ofHub(List<RecordingPublisher.Message> messages, HubFormat format) {
    SampleStreams streams = new SampleStreams(DecoderSettings.DEFAULT);
    long offset = 0;
    for (RecordingPublisher.Message message : messages) {
      byte[] payload = message.payload();
      streams.add(new RawMessage(format.of(payload), "", "hub/0", offset++, payload));
    }
    return streams;
  }

  private void add(RawMessage message) {
    Decoded decoded = decoder.decode(message);
    decoded.deadLetters().forEach(this::refuse);
    for (DeviceBatch batch : decoded.batches()) {
      Normalised normalised = normaliser.normalise(batch);
      normalised.deadLetters().forEach(this::refuse);
      normalised.batches().forEach(part -> add(batch, part));
    }
  }

  private void refuse(DeadLetter letter) {
    refused += letter.samples();
  }

  private void add(DeviceBatch batch, SampleBatch part) {
    List<Sample> samples = inG.computeIfAbsent(part.participantId(), id -> new ArrayList<>());
    List<DeviceSample> numbers =
        device.computeIfAbsent(part.participantId(), id -> new ArrayList<>());
    int at = 0;
    for (int i = 0; i < part.size(); i++) {
      while (batch.times()[at] != part.times()[i]) {
        at++;
      }
      samples.add(
          new Sample(part.times()[i], part.x()[i], part.y()[i], part.z()[i], part.activity()));
      numbers.add(
          new DeviceSample(
              batch.times()[at],
              batch.unit(),
              plusZero(batch.x()[at]),
              plusZero(batch.y()[at]),
              plusZero(batch.z()[at]),
              batch.activity()));
    }
  }

  /** Avro's integers know no -0, which is the same acceleration. */
  private static float plusZero(float value) {
    return value + 0f;
  }
}
