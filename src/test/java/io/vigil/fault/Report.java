package io.vigil.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.fault.promise.AlertsNeverGoBack;
import io.vigil.fault.promise.NothingConflicting;
import io.vigil.fault.promise.NothingExtra;
import io.vigil.fault.promise.NothingLost;
import io.vigil.fault.promise.Promise;
import java.util.ArrayList;
import java.util.List;

/** What a run showed: a line of JSON, and each promise that was broken. */
final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 5;

  /** All that is counted, in one line. */
  static String line(String run, long seed, Evidence evidence) throws JsonProcessingException {
    ObjectNode line = JSON.createObjectNode();
    line.put("run", run);
    line.put("seed", seed);
    line.put("expected", evidence.expected().size());
    line.put("lost", new NothingLost().broken(evidence).size());
    line.put("extra", new NothingExtra().broken(evidence).size());
    line.put("conflicting", new NothingConflicting().broken(evidence).size());
    line.put("alertsBackwards", new AlertsNeverGoBack().broken(evidence).size());
    line.put("rewrites", evidence.again());
    line.put("restarts", evidence.restarts());
    line.set("samples", JSON.valueToTree(evidence.samples()));
    evidence
        .recoveries()
        .forEach(
            recovery ->
                line.withArray("recoveries")
                    .addObject()
                    .put("fault", recovery.fault())
                    .put("firstMillis", recovery.firstMillis())
                    .put("everybodyMillis", recovery.everybodyMillis()));
    return JSON.writeValueAsString(line);
  }

  /** Each promise that is broken, with the first of what breaks it. */
  static List<String> broken(Evidence evidence) {
    List<String> all = new ArrayList<>();
    for (Promise promise : Promise.ALL) {
      List<String> broken = promise.broken(evidence);
      if (!broken.isEmpty()) {
        all.add(
            "%s is broken %d times: %s"
                .formatted(
                    promise.getClass().getSimpleName(),
                    broken.size(),
                    String.join("; ", broken.subList(0, Math.min(SHOWN, broken.size())))));
      }
    }
    return all;
  }

  private Report() {}
}
