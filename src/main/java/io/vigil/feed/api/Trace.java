package io.vigil.feed.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.alert.Snippet;
import io.vigil.sensor.SampleBatch;
import io.vigil.store.Documents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The samples around an event as a plot needs them: seconds from the first, accelerations in g. */
final class Trace {
  private static final Logger LOG = LoggerFactory.getLogger(Trace.class);
  private static final double STEPS = 10_000;

  /** The trace of a snippet; null where there is none, or none that can be read. */
  static JsonNode of(String participantId, String snippet) {
    if (snippet.isEmpty()) {
      return NullNode.instance;
    }
    try {
      return of(Snippet.unpack(participantId, snippet));
    } catch (IllegalArgumentException e) {
      LOG.warn("Samples are not shown: {}", e.getMessage());
      return NullNode.instance;
    }
  }

  private static JsonNode of(SampleBatch samples) {
    if (samples.size() == 0) {
      return NullNode.instance;
    }
    long start = samples.times()[0];
    ObjectNode trace = Json.object().put("start", Documents.iso(start));
    var seconds = trace.putArray("seconds");
    var x = trace.putArray("x");
    var y = trace.putArray("y");
    var z = trace.putArray("z");
    for (int i = 0; i < samples.size(); i++) {
      seconds.add((samples.times()[i] - start) / 1e6);
      x.add(inG(samples.x()[i]));
      y.add(inG(samples.y()[i]));
      z.add(inG(samples.z()[i]));
    }
    return trace;
  }

  private static double inG(short steps) {
    return Math.round(steps * STEPS / SampleBatch.PER_G) / STEPS;
  }
}
