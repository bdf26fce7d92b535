package io.vigil.alert;

/**
 * Who looks after an alert.
 *
 * @param acknowledgedBy who acknowledged it last, or the empty string
 * @param assignee whose it is, or the empty string
 * @param level how many steps of the escalation chain were taken
 * @param calls whom the last of them calls, or the empty string
 */
public record Care(String acknowledgedBy, String assignee, int level, String calls) {
  static final Care NOBODY = new Care("", "", 0, "");
}
