package io.vigil.alert;

import java.util.Locale;

/** What an alert is about. */
public enum AlertType {
  /** Somebody fell. */
  FALL(false, true),
  /** Somebody has not moved for too long. */
  INACTIVITY(false, false),
  /** Somebody spent a day unlike their own last weeks. */
  UNUSUAL_DAY(false, false),
  /** A sensor sends nothing. */
  SILENCE(true, false),
  /** What a sensor sends cannot be relied on. */
  LOW_CONFIDENCE(true, false),
  /** The input is no longer what the model was trained on. */
  DRIFT(true, false),
  /** Rules were refused; those in force stay. */
  BAD_RULE(true, false),
  /** A model was refused; the one in force stays. */
  BAD_MODEL(true, false),
  /** Nothing comes in from anybody. */
  INGEST_STOPPED(true, false);

  private final boolean technical;
  private final boolean latched;

  AlertType(boolean technical, boolean latched) {
    this.technical = technical;
    this.latched = latched;
  }

  /** Whether it is for operators rather than for caregivers. */
  public boolean technical() {
    return technical;
  }

  /** Whether it stays active until a person clears it, whatever the sensor says afterwards. */
  public boolean latched() {
    return latched;
  }

  /** As it stands in rules and ids: {@code unusualDay}. */
  public String title() {
    StringBuilder title = new StringBuilder();
    for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
      title
          .append(title.length() == 0 ? word.charAt(0) : Character.toUpperCase(word.charAt(0)))
          .append(word, 1, word.length());
    }
    return title.toString();
  }
}
