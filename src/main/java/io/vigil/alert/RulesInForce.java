package io.vigil.alert;

/** The rules that alerts follow now: those that a job began with, or newer ones it was sent. */
final class RulesInForce {
  /** Under which newer ones are kept. */
  static final String KEY = "newest";

  private final RuleSet first;
  private String newest;
  private RuleSet rules;

  RulesInForce(RuleSet first) {
    this.first = first;
    this.rules = first;
  }

  /**
   * The rules in force.
   *
   * @param sent the newest that were sent round, read without a fault before, or null
   */
  RuleSet with(String sent) {
    if (sent != null && !sent.equals(newest)) {
      newest = sent;
      rules = first.orNewer(sent);
    }
    return rules;
  }
}
