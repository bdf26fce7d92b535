package io.vigil.alert;

/**
 * Says of a fall that goes on whether what lies still breathes. A sensor that was dropped or thrown
 * down looks like a fall and lies stiller than any person. Nothing is called off for it: it is for
 * whoever looks at the alert to judge.
 */
final class WornAfterFall {
  /** So many groups of four seconds tell a person from a table in nineteen cases of twenty. */
  private static final int LEAST_GROUPS = 6;

  /**
   * The incident with what the stillness says of it, where there is enough of it.
   *
   * @param stillness as it was when the incident was detected
   */
  static Incident add(InactivityState stillness, Incident incident) {
    if (incident.key().type() != AlertType.FALL
        || incident.phase() != Phase.GOES_ON
        || stillness.since < incident.key().start()
        || stillness.groups < LEAST_GROUPS) {
      return incident;
    }
    Stillness.Kind kind = Stillness.kind(stillness);
    Evidence said = incident.evidence();
    String sentence =
        kind == Stillness.Kind.PERSON
            ? said.sentence()
            : said.sentence() + " Not even breathing is measured: the sensor seems not to be worn.";
    return incident.with(said.and(Evidence.of(sentence, Stillness.worn(stillness, kind))));
  }

  private WornAfterFall() {}
}
