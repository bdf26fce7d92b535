package io.vigil.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.alert.fall.MadeUpMotion;
import io.vigil.publish.AmqpPublisher;
import io.vigil.sensor.SampleBatch;
import io.vigil.source.HubAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** A made-up fall as a sensor sends it, a second of samples a message, ending about now. */
final class SentFall {
  private static final int RATE_HZ = 52;
  private static final SampleBatch FALL = MadeUpMotion.fall().at(RATE_HZ, 1);

  /** Sends the fall of one participant. */
  static void send(HubAddress hub, String participant) {
    int last = FALL.size() - 1;
    Instant start =
        Instant.now().minus(Duration.ofNanos((FALL.times()[last] - FALL.times()[0]) * 1000));
    try (AmqpPublisher publisher = AmqpPublisher.open(hub)) {
      for (int from = 0; from < FALL.size(); from += RATE_HZ) {
        publisher.send(participant, message(participant, start, from));
      }
      publisher.flush();
    }
  }

  private static byte[] message(String participant, Instant start, int from) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("participantId", participant)
            .put("start", start.plusNanos((FALL.times()[from] - FALL.times()[0]) * 1000).toString())
            .put("rateHz", RATE_HZ)
            .put("unit", "g");
    int to = Math.min(FALL.size(), from + RATE_HZ);
    axis(json.putArray("x"), FALL.x(), from, to);
    axis(json.putArray("y"), FALL.y(), from, to);
    axis(json.putArray("z"), FALL.z(), from, to);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void axis(ArrayNode json, short[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      json.add(values[i] / (double) SampleBatch.PER_G);
    }
  }

  private SentFall() {}
}
