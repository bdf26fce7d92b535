package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertType;
import io.vigil.alert.Entry;
import io.vigil.alert.Explanation;
import io.vigil.alert.Incident;
import io.vigil.alert.Measure;
import io.vigil.alert.Rules;
import io.vigil.alert.SampleGap;
import io.vigil.alert.StillSpell;
import io.vigil.alert.fall.FallModel;
import io.vigil.store.Documents;
import java.util.Locale;
import java.util.stream.Collectors;

/** An explanation for people: what was measured, what the detectors made of it, what came after. */
final class ExplanationText {
  private final StringBuilder text = new StringBuilder();

  static String of(Explanation explanation, Rules rules, FallModel model) {
    ExplanationText page = new ExplanationText();
    page.alert(explanation.alert());
    page.samples(explanation);
    page.differences(explanation, rules, model);
    if (explanation.source() == Explanation.Source.FILES) {
      page.text.append(ImpactText.of(explanation.impacts(), model));
      page.stillness(explanation);
      page.incidents(explanation);
    }
    page.unusualDay(explanation.alert(), rules);
    page.history(explanation.alert());
    return page.text.toString();
  }

  private void alert(Alert alert) {
    line(
        "%s of %s: %s, %s",
        alert.key().type(), alert.key().participantId(), alert.severity(), alert.status());
    line("  %s", alert.evidence().sentence());
    line(
        "  began %s, detected %.1f s later",
        Documents.iso(alert.key().start()), (alert.times().detected() - alert.key().start()) / 1e6);
    line("  rule %s of version %d", alert.origin().rule().id(), alert.origin().rule().version());
    if (!alert.origin().model().equals(Incident.NO_MODEL)) {
      line(
          "  model %s of version %d, sha256 %.12s",
          alert.origin().model().name(),
          alert.origin().model().version(),
          alert.origin().model().sha256());
    }
    line(
        "  %s",
        alert.evidence().measures().stream()
            .map(measure -> measure.name() + " " + number(measure.value()))
            .collect(Collectors.joining(", ")));
  }

  private void samples(Explanation explanation) {
    switch (explanation.source()) {
      case FILES -> {
        line("%nAround it, %,d samples of the files:", explanation.magnitudes().samples());
        text.append(MagnitudePlot.of(explanation.magnitudes()));
      }
      case SNIPPET ->
          line("%nOnly these seconds are known, which the alert holds; give FILE for more.");
      case NONE ->
          line("%nThe alert holds no samples; give FILE with those of the minutes around it.");
    }
    if (!explanation.alert().evidence().snippet().isEmpty()) {
      line("%nThe seconds up to the moment it was raised:");
      text.append(MagnitudePlot.of(Explanation.snippet(explanation.alert())));
    }
    for (SampleGap gap : explanation.gaps()) {
      line(
          "  no samples from %s to %s: %s",
          Documents.iso(gap.from()), Documents.iso(gap.to()), span((gap.to() - gap.from()) / 1e6));
    }
  }

  /** Whoever judges by other rules or another model must know it. */
  private void differences(Explanation explanation, Rules rules, FallModel model) {
    Alert alert = explanation.alert();
    if (explanation.source() != Explanation.Source.FILES) {
      return;
    }
    text.append('\n');
    if (alert.origin().rule().version() != rules.version()) {
      line(
          "The alert is by rules of version %d; what follows is by version %d.",
          alert.origin().rule().version(), rules.version());
    }
    if (alert.key().type() == AlertType.FALL && !alert.origin().model().equals(model.ref())) {
      line("The alert is by another model of falls than this build's, which judges here.");
    }
    if (alert.key().type() != AlertType.UNUSUAL_DAY) {
      line(
          explanation.isRaisedAgain()
              ? "From these files the detectors raise it again, at the same moment."
              : "From these files the detectors do NOT raise it at that moment: other samples, rules or model decided it.");
    }
  }

  private void stillness(Explanation explanation) {
    if (!explanation.stillness().isEmpty()) {
      line("%nStillness, beside what the rules allow at that time:");
    }
    for (StillSpell spell : explanation.stillness()) {
      line(
          "  %s %s of %s allowed by %s%s: %.0f %%%s",
          Documents.iso(spell.from()),
          span((spell.to() - spell.from()) / 1e6),
          span(spell.allowed().toMillis() / 1e3),
          spell.partOfDay().name().toLowerCase(Locale.ROOT),
          spell.afterWalking() ? " after walking" : "",
          100 * spell.share(),
          spell.share() >= 1 ? ", too long" : "");
    }
  }

  private void incidents(Explanation explanation) {
    line("%nWhat the detectors say:");
    for (Incident incident : explanation.incidents()) {
      line(
          "  %s %s %s %s: %s",
          Documents.iso(incident.detected()),
          incident.key().type(),
          incident.phase(),
          incident.severity(),
          incident.evidence().sentence());
    }
    if (explanation.incidents().isEmpty()) {
      line("  nothing");
    }
  }

  private void unusualDay(Alert alert, Rules rules) {
    if (alert.key().type() == AlertType.UNUSUAL_DAY) {
      line(
          "%nThe day: %.0f %% of the observed time, against a median of %.0f %% on %.0f days before: %.1f robust standard deviations, %.0f min. The rules ask for %.1f, and %d min.",
          100 * measure(alert, "share"),
          100 * measure(alert, "usualShare"),
          measure(alert, "days"),
          measure(alert, "deviations"),
          measure(alert, "minutesFromUsual"),
          rules.unusualDay().deviations(),
          rules.unusualDay().least().toMinutes());
    }
  }

  private void history(Alert alert) {
    line("%nHistory:");
    for (Entry entry : alert.history().kept()) {
      line(
          "  %s %s by %s%s",
          Documents.iso(entry.time()),
          entry.action(),
          entry.actor(),
          entry.reason().isEmpty() ? "" : ": " + entry.reason());
    }
  }

  private static double measure(Alert alert, String name) {
    return alert.evidence().measures().stream()
        .filter(measure -> measure.name().equals(name))
        .mapToDouble(Measure::value)
        .findFirst()
        .orElse(0);
  }

  private static String span(double seconds) {
    return seconds < 120
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : String.format(Locale.ROOT, "%.0f min", seconds / 60);
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
