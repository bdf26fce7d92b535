package io.vigil.model;

import io.vigil.feature.Measured;
import io.vigil.kept.KeptState;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Scores windows by what the smoothing remembers of the participant at hand. */
final class ScoringMemory {
  private final Scoring scoring;
  private final KeptState<ScoringState> states;
  private final KeptState<ScoringState> shadows;

  /**
   * @param states of the models in force
   * @param shadows of the challenger
   */
  ScoringMemory(Scoring scoring, KeptState<ScoringState> states, KeptState<ScoringState> shadows) {
    this.scoring = scoring;
    this.states = states;
    this.shadows = shadows;
  }

  List<KeptState<?>> remembered() {
    return List.of(states, shadows);
  }

  void score(Measured window, Consumer<Scored> out, Consumer<Shadow> beside) throws IOException {
    ScoringState state = of(states);
    Scored scored = scoring.score(window, state);
    out.accept(scored);
    states.update(state);
    if (scoring.isShadowed(window)) {
      ScoringState shadow = of(shadows);
      beside.accept(scoring.shadow(scored, shadow));
      shadows.update(shadow);
    }
  }

  void forget() {
    states.clear();
    shadows.clear();
  }

  private static ScoringState of(KeptState<ScoringState> states) throws IOException {
    ScoringState before = states.value();
    return before == null ? new ScoringState() : before;
  }
}
