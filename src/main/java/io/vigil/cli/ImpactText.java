package io.vigil.cli;

import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModel.Contribution;
import io.vigil.alert.fall.ImpactJudgement;
import io.vigil.alert.fall.ImpactJudgement.Kind;
import io.vigil.store.Documents;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Impacts for people: those that look like a fall in full, of the others the strongest. */
final class ImpactText {
  private static final int WEAKER_SHOWN = 5;
  private static final int TERMS_SHOWN = 6;

  static String of(List<ImpactJudgement> impacts, FallModel model) {
    if (impacts.isEmpty()) {
      return "\nNo impact above a step's strength.\n";
    }
    List<ImpactJudgement> weaker =
        impacts.stream()
            .filter(impact -> impact.kind() == Kind.NO_FALL)
            .sorted(Comparator.comparingDouble(ImpactJudgement::score).reversed())
            .skip(WEAKER_SHOWN)
            .toList();
    StringBuilder text = new StringBuilder("\nImpacts:\n");
    impacts.stream()
        .filter(impact -> !weaker.contains(impact))
        .forEach(impact -> text.append(one(impact, model)));
    if (!weaker.isEmpty()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  and %,d more that are no fall, the highest score %.3f%n",
              weaker.size(),
              weaker.get(0).score()));
    }
    return text.toString();
  }

  private static String one(ImpactJudgement impact, FallModel model) {
    String terms =
        model.contributions(impact.features()).stream()
            .sorted(
                Comparator.comparingDouble((Contribution term) -> Math.abs(term.contribution()))
                    .reversed())
            .limit(TERMS_SHOWN)
            .map(
                term ->
                    String.format(
                        Locale.ROOT,
                        "%s %.2f (%+.2f)",
                        term.feature(),
                        term.value(),
                        term.contribution()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "  %s peak %.1f g, turned by %.0f degrees, score %.3f of at least %.3f: %s%n      %s%n      %s, ..., intercept %+.2f%n",
        Documents.iso(impact.impactMicros()),
        impact.peakG(),
        impact.feature("postureChange"),
        impact.score(),
        impact.minScore(),
        words(impact.kind()),
        impact.why(),
        terms,
        model.intercept());
  }

  /** As people say it: {@code not worn}. */
  static String words(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private ImpactText() {}
}
