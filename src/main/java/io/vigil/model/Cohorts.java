package io.vigil.model;

import io.vigil.settings.Reading;
import io.vigil.settings.RefusedSettings;
import io.vigil.settings.Setting;
import io.vigil.settings.Table;
import io.vigil.settings.TextKind;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which cohort each participant is in: people who are alike enough to share a model.
 *
 * @param byParticipant the cohort's name by the participant's id, as stores know it
 */
public record Cohorts(Map<String, String> byParticipant) implements Serializable {
  /** Nobody is in one. */
  public static final Cohorts NONE = new Cohorts(Map.of());

  private static final Setting<String> COHORT =
      Setting.required(
          "participants.*.cohort",
          new TextKind("the name of a cohort"),
          "Whose model scores the participant, where there is one for the cohort.");

  private static final Table TABLE =
      new Table("participant's entry", "docs/models.md", List.of(COHORT));

  public Cohorts {
    byParticipant = Map.copyOf(byParticipant);
  }

  /**
   * Reads a file of participants.
   *
   * @param file its name, for messages
   * @throws RefusedSettings with every problem there is, each with its line
   */
  public static Cohorts read(String file, String text) {
    Reading reading = TABLE.read(file, text, name -> null);
    Map<String, String> cohorts = new TreeMap<>();
    for (String id : reading.names()) {
      String cohort = reading.values().find(COHORT, id).orElseThrow();
      try {
        Place.ofCohort(cohort);
        Place.ofParticipant(id);
      } catch (ModelRefused e) {
        reading.problem("participants." + id, "participants." + id + ": " + e.getMessage());
      }
      cohorts.put(id, cohort);
    }
    reading.throwIfAny();
    return new Cohorts(cohorts);
  }

  /** The participant's, or the empty string. */
  public String of(String participantId) {
    return byParticipant.getOrDefault(participantId, "");
  }
}
