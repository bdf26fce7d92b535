package io.vigil.alert;

/** What a time of day is to a participant. */
public enum PartOfDay {
  DAY,
  /** A time of rest by day, such as after lunch. */
  REST,
  NIGHT
}
