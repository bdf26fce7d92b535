package io.vigil.learn.drift;

import io.vigil.learn.drift.DayHealth.Stability;
import io.vigil.learn.drift.DriftFinding.Figure;
import io.vigil.learn.drift.DriftFinding.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges the days of everybody, one after the other. */
public final class Population {
  /** More names would not be read. */
  private static final int NAMED = 3;

  /**
   * Judges a day.
   *
   * @param state of the days before
   * @param day later than those; of several models' totals that of the most windows
   */
  public Optional<DriftFinding> judge(PopulationState state, DayHealth day) {
    state.judged = day.day();
    if (!day.judged()) {
      return Optional.empty();
    }
    List<Stability> drifted = day.drifted();
    boolean before = state.driftSince != PopulationState.NEVER;
    if (drifted.isEmpty() && !before) {
      return Optional.empty();
    }
    long since = before ? state.driftSince : day.day();
    state.driftSince = drifted.isEmpty() ? PopulationState.NEVER : since;
    Phase phase = drifted.isEmpty() ? Phase.ENDED : before ? Phase.GOES_ON : Phase.BEGAN;
    return Optional.of(
        new DriftFinding(
            "",
            since * DayWatch.DAY,
            (day.day() + 1) * DayWatch.DAY,
            phase,
            drifted.isEmpty()
                ? "The movement of all together is as in the model's training again."
                : sentence(day, drifted),
            figures(day, drifted),
            day.model()));
  }

  private static String sentence(DayHealth day, List<Stability> drifted) {
    return String.format(
        Locale.ROOT,
        "What comes in is no longer what the model %s:%d was trained on: on a day of %d participants and %d windows %s.",
        day.model().name(),
        day.model().version(),
        day.participants(),
        day.windows(),
        drifted.stream()
                .limit(NAMED)
                .map(
                    s ->
                        String.format(
                            Locale.ROOT,
                            "%s has a stability index of %.2f (at most %.2f expected)",
                            s.name().equals(Spread.SAID) ? "what the model says" : s.name(),
                            s.index(),
                            s.limit()))
                .collect(Collectors.joining(", "))
            + (drifted.size() > NAMED ? " and " + (drifted.size() - NAMED) + " more" : ""));
  }

  private static List<Figure> figures(DayHealth day, List<Stability> drifted) {
    List<Figure> figures = new ArrayList<>();
    drifted.stream()
        .limit(NAMED)
        .forEach(s -> figures.add(new Figure("psi." + s.name(), s.index())));
    figures.add(new Figure("windows", day.windows()));
    figures.add(new Figure("participants", day.participants()));
    figures.add(new Figure("participantsChanged", day.changed()));
    return figures;
  }
}
