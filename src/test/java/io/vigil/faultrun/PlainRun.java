package io.vigil.faultrun;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.JobRun;
import io.vigil.store.Container;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the job makes of the same messages from a file, without any fault. */
final class PlainRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Bodies by {@code container/id}. */
  static Map<String, String> of(SentMessages sent, Path folder) throws Exception {
    Path file = folder.resolve("sent.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (byte[] payload : sent.payloads()) {
        out.write(payload);
      }
    }
    JobRun run = new JobRun.Plan(folder).parallelism(2).over(file);
    Map<String, String> bodies = new TreeMap<>();
    put(run, Container.ACTIVITIES, bodies);
    put(run, Container.PREDICTIONS, bodies);
    put(run, Container.ALERTS, bodies);
    put(run, Container.DEAD_LETTERS, bodies);
    return bodies;
  }

  private static void put(JobRun run, Container container, Map<String, String> bodies)
      throws IOException {
    for (String body : run.of(container)) {
      bodies.put(container.title() + "/" + JSON.readTree(body).path("id").asText(), body);
    }
  }

  private PlainRun() {}
}
