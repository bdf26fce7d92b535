package io.vigil.feed.hook;

import java.util.Optional;

/** What happened to an alert, as hooks are told. */
enum Happening {
  RAISED("raised", true, false),
  ESCALATED("escalated", true, false),
  RECURRED("recurred", true, false),
  SEVERITY_CHANGED("severity_changed", true, false),
  HANDED_BACK("handed_back", true, false),
  RECOVERED("recovered", false, false),
  ENDED("ended", false, false),
  SNOOZED("snoozed", false, true),
  ACKNOWLEDGED("acknowledged", false, true),
  CLEARED("cleared", false, true);

  private final String word;
  private final boolean alarms;
  private final boolean settles;

  Happening(String word, boolean alarms, boolean settles) {
    this.word = word;
    this.alarms = alarms;
    this.settles = settles;
  }

  /**
   * What an action of an alert's history is to hooks; nothing for what only concerns its evidence
   * or its remarks.
   *
   * @param action as the history has it
   * @param active whether the alert is
   */
  static Optional<Happening> of(String action, boolean active) {
    return switch (action) {
      case "raised" -> Optional.of(RAISED);
      case "escalated" -> Optional.of(ESCALATED);
      case "again" -> Optional.of(RECURRED);
      case "severity" -> Optional.of(SEVERITY_CHANGED);
      case "handedBack" -> Optional.of(HANDED_BACK);
      case "recovered" -> Optional.of(RECOVERED);
      case "ended" -> Optional.of(ENDED);
      case "snoozed" -> Optional.of(SNOOZED);
      case "acknowledged" -> Optional.of(ACKNOWLEDGED);
      case "cleared", "resolved" -> Optional.of(CLEARED);
      // After the countdown the wearer's word is only a remark.
      case "imOk" -> active ? Optional.empty() : Optional.of(CLEARED);
      default -> Optional.empty();
    };
  }

  /** As messages name it: {@code alert.raised}. */
  String title() {
    return "alert." + word;
  }

  /** Whether who has heard nothing of the alert yet may have to hear this. */
  boolean alarms() {
    return alarms;
  }

  /** Whether it is a step of escalation, the raising being step 0: each calls once. */
  boolean isStep() {
    return this == RAISED || this == ESCALATED;
  }

  /** Whether nobody is to be called any more after it. */
  boolean settles() {
    return settles;
  }

  /** Whether the steps of escalation may be taken from the first one again after it. */
  boolean startsOver() {
    return this == HANDED_BACK || this == RECURRED;
  }
}
