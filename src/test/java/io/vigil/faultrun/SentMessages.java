package io.vigil.faultrun;

import io.vigil.simulate.Batch;
import io.vigil.simulate.BatchWriter;
import io.vigil.simulate.JsonLines;
import io.vigil.simulate.Scenario;
import io.vigil.simulate.Simulation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What simulated people's sensors send, a message a second and person, in the order in which it
 * arrives.
 *
 * @param participantIds of each message
 * @param payloads of each message, JSON
 */
record SentMessages(List<String> participantIds, List<byte[]> payloads) {
  private static final int PEOPLE = 40;
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  /** About so many messages. */
  static SentMessages about(int messages, long seed) throws IOException {
    double hours = Math.max(300, messages / PEOPLE) / 3600.0;
    List<Batch> batches = new ArrayList<>();
    new Simulation(new Scenario(PEOPLE, seed & 0xffff, hours, 1, START, 4, 0, 0.01, 2))
        .run(BatchWriter.NONE, batches::add, second -> {});
    List<String> participants = new ArrayList<>();
    List<byte[]> payloads = new ArrayList<>();
    for (Batch batch : batches) {
      participants.add(batch.participantId());
      payloads.add(json(batch));
    }
    return new SentMessages(List.copyOf(participants), List.copyOf(payloads));
  }

  int size() {
    return payloads.size();
  }

  private static byte[] json(Batch batch) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonLines lines = new JsonLines(bytes)) {
      lines.write(batch);
    }
    return bytes.toByteArray();
  }
}
