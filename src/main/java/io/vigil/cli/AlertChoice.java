package io.vigil.cli;

import io.vigil.alert.AlertType;
import io.vigil.alert.StatusWord;
import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.Secret;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which alerts somebody wants to see, as the command line says it. */
final class AlertChoice {
  @Option(
      names = "--participant",
      paramLabel = "ID",
      description = "Only this participant's; where pseudonyms are on, either name.")
  String participant;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only of this type: FALL, INACTIVITY, UNUSUAL_DAY, SILENCE and so on.")
  AlertType type;

  @Option(names = "--technical", description = "Those for operators too.")
  boolean technical;

  @Option(names = "--replay", description = "Those of a replay too, of which nobody is told.")
  boolean replay;

  /**
   * The filter.
   *
   * @param pseudonymKey of the settings
   */
  AlertFilter filter(StatusWord status, Secret pseudonymKey) {
    return new AlertFilter(
        status, participants(pseudonymKey), Optional.ofNullable(type), technical, replay);
  }

  private Set<String> participants(Secret pseudonymKey) {
    if (participant == null) {
      return Set.of();
    }
    if (!pseudonymKey.isSet()) {
      return Set.of(participant);
    }
    try {
      return Set.of(participant, Pseudonyms.by(pseudonymKey).of(participant));
    } catch (IllegalArgumentException e) {
      throw new UsageException("pseudonyms.key: " + e.getMessage());
    }
  }
}
