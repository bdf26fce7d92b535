package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * Two models over the same samples.
 *
 * @param a the one that is in force
 * @param b the one that may take over
 * @param windows what they say of each window
 * @param alerts what follows from it
 */
record ModelComparison(
    @JsonProperty("a") String a,
    @JsonProperty("b") String b,
    @JsonProperty("windows") WindowAgreement windows,
    @JsonProperty("alerts") AlertDifference alerts) {

  /** For people. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s and %s agree on %,d of %,d windows (%.1f %%)%n",
            a,
            b,
            windows.same(),
            windows.compared(),
            100 * windows.agreement()));
    text.append(String.format("%-26s %10s %10s%n", "windows of", a, b));
    windows
        .activities()
        .forEach(
            (activity, shares) ->
                text.append(
                    String.format(
                        Locale.ROOT, "%-26s %,10d %,10d%n", activity, shares.a(), shares.b())));
    text.append(String.format(Locale.ROOT, "%,d alerts are raised by both%n", alerts.both()));
    list(text, b, a, alerts.onlyB());
    list(text, a, b, alerts.onlyA());
    return text.toString();
  }

  private static void list(
      StringBuilder text, String one, String other, List<AlertDifference.Raised> alerts) {
    text.append(
        String.format(
            Locale.ROOT,
            "%,d by %s and not by %s%s%n",
            alerts.size(),
            one,
            other,
            alerts.isEmpty() ? "" : ":"));
    for (AlertDifference.Raised alert : alerts) {
      text.append(
          "  %s %s %s %s: %s%n"
              .formatted(
                  alert.start(),
                  alert.severity(),
                  alert.type(),
                  alert.participantId(),
                  alert.sentence()));
    }
  }
}
