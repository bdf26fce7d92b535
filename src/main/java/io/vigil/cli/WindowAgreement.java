package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.store.Container;
import io.vigil.store.DocumentStore;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What two runs say of the same windows.
 *
 * @param compared windows of both
 * @param same those of which both say the same
 * @param agreement their share, 0 to 1; 0 where there are none
 * @param activities how many windows each says are of an activity
 */
record WindowAgreement(
    @JsonProperty("compared") long compared,
    @JsonProperty("same") long same,
    @JsonProperty("agreement") double agreement,
    @JsonProperty("activities") SortedMap<String, Shares> activities) {

  /** Windows of an activity, as each run has it. */
  record Shares(@JsonProperty("a") long a, @JsonProperty("b") long b) {}

  /** Compares the predictions in two stores. */
  static WindowAgreement between(DocumentStore a, DocumentStore b) {
    Map<String, String> said = new HashMap<>();
    SortedMap<String, Shares> activities = new TreeMap<>();
    a.scan(
        Container.PREDICTIONS,
        document -> {
          String activity = activity(document.body());
          said.put(document.id(), activity);
          activities.merge(activity, new Shares(1, 0), WindowAgreement::sum);
        });
    long[] counts = new long[2];
    b.scan(
        Container.PREDICTIONS,
        document -> {
          String activity = activity(document.body());
          activities.merge(activity, new Shares(0, 1), WindowAgreement::sum);
          String other = said.get(document.id());
          counts[0] += other == null ? 0 : 1;
          counts[1] += activity.equals(other) ? 1 : 0;
        });
    return new WindowAgreement(
        counts[0], counts[1], counts[0] == 0 ? 0 : (double) counts[1] / counts[0], activities);
  }

  private static Shares sum(Shares one, Shares other) {
    return new Shares(one.a + other.a, one.b + other.b);
  }

  private static String activity(String prediction) {
    JsonNode body = Json.read(prediction);
    return body.path("activity").asText();
  }
}
