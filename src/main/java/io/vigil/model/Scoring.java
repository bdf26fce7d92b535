package io.vigil.model;

import io.vigil.activity.ModelRef;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores windows, each by the model that is in force when it begins, and by the challenger beside
 * it. What is remembered of a participant is the caller's to keep.
 */
final class Scoring {
  private static final Logger LOG = LoggerFactory.getLogger(Scoring.class);

  private final Cohorts cohorts;
  private final Runnable late;
  private Lineup lineup;

  /**
   * @param known takeovers; those without a good model are left out, as long as somebody scores
   * @param late told of each participant whose windows the model before had scored already where
   *     another one should have
   * @throws ModelRefused if there is no good model for everybody
   */
  Scoring(List<Takeover> known, Cohorts cohorts, Runnable late) {
    this.cohorts = cohorts;
    this.late = late;
    this.lineup = lineup(known);
  }

  private static Lineup lineup(List<Takeover> known) {
    Lineup lineup = Lineup.EMPTY;
    ModelRefused refused = null;
    for (Takeover takeover : known) {
      try {
        lineup = lineup.with(takeover);
      } catch (ModelRefused e) {
        LOG.warn(
            "Promotion {} to {} is left out: {}",
            takeover.revision(),
            takeover.place(),
            e.getMessage());
        refused = e;
      }
    }
    if (!lineup.isFilled()) {
      throw refused != null
          ? refused
          : new ModelRefused("The job was started without a model for everybody");
    }
    return lineup;
  }

  /**
   * From now on with one more takeover.
   *
   * @throws ModelRefused if its model cannot be used; then all stays as it is
   */
  void take(Takeover takeover) {
    lineup = lineup.with(takeover);
  }

  /** Which model scores everybody's newest windows, where they have no other. */
  ModelRef champion() {
    return lineup.champion();
  }

  /** All takeovers that can still matter. */
  List<Takeover> takeovers() {
    return lineup.takeovers();
  }

  /**
   * What the model in force says.
   *
   * @param state the participant's, which is changed
   */
  Scored score(Measured window, ScoringState state) {
    FeatureVector features = window.features();
    StandingModel model = standing(features.participantId(), features.start());
    if (cameLate(model, state, features.participantId())) {
      late.run();
    }
    return new Scored(window, model.scorer().score(features, state), model.classes());
  }

  private StandingModel standing(String participantId, long start) {
    return lineup.at(participantId, cohorts.of(participantId), start);
  }

  /** Whether the participant's last window would be scored by another model by now. */
  private boolean cameLate(StandingModel model, ScoringState state, String participantId) {
    return !model.sha256().equals(state.modelSha256)
        && state.lastStart != Long.MIN_VALUE
        && !standing(participantId, state.lastStart).sha256().equals(state.modelSha256);
  }

  /** Whether a challenger scores the window too. */
  boolean isShadowed(Measured window) {
    return lineup.challengerAt(window.features().start()) != null;
  }

  /**
   * What the challenger says beside it.
   *
   * @param scored a window that is shadowed
   * @param state what the challenger remembers of the participant, which is changed
   */
  Shadow shadow(Scored scored, ScoringState state) {
    FeatureVector features = scored.measured().features();
    StandingModel challenger = lineup.challengerAt(features.start());
    return new Shadow(scored.prediction(), challenger.scorer().score(features, state));
  }
}
