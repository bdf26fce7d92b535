package io.vigil.learn.drift;

import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.learn.drift.DriftFinding.Figure;
import io.vigil.learn.drift.DriftFinding.Phase;
import io.vigil.model.Scored;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Watches one participant's days, in UTC. A window belongs to the day it begins on; the first one
 * of a later day, or of another model, ends what came before.
 */
public final class DayWatch {
  /** In a day of fewer windows there is too little to see; in windows of 2 s, 17 minutes. */
  public static final int LEAST_WINDOWS = 500;

  static final long DAY = Duration.ofDays(1).toNanos() / 1000;

  private final References references;
  private final Consumer<DayProfile> days;
  private final Consumer<DriftFinding> findings;
  private final ChangeDetector detector = new ChangeDetector();

  public DayWatch(
      References references, Consumer<DayProfile> days, Consumer<DriftFinding> findings) {
    this.references = references;
    this.days = days;
    this.findings = findings;
  }

  /** Takes in the participant's next window, in order of time. */
  public void add(DayState state, Scored window) {
    Prediction prediction = window.prediction();
    long day = Math.floorDiv(prediction.start(), DAY);
    boolean other = !prediction.model().sha256().equals(state.modelSha256);
    if (day != state.day || other) {
      close(state, prediction.participantId());
      if (other) {
        change(state, prediction);
      }
      state.day = day;
    }
    Reference reference = references.of(state.modelSha256);
    if (reference == null) {
      return;
    }
    int said = reference.place(prediction.activity());
    state.said[said]++;
    if (said < state.said.length - 1) {
      state.surprise += reference.count(window.measured().features().values(), said, state.seen);
    }
  }

  /** Another model's surprise is no longer that of the days before. */
  private void change(DayState state, Prediction next) {
    if (state.change.changedDays > 0) {
      finding(
          state,
          next.participantId(),
          next.start(),
          Phase.ENDED,
          "Another model scores this participant; what is usual is learned anew.",
          List.of());
    }
    ModelRef model = next.model();
    Reference reference = references.of(model.sha256());
    state.modelName = model.name();
    state.modelVersion = model.version();
    state.modelSha256 = model.sha256();
    state.seen = new int[reference == null ? 0 : reference.bins()];
    state.said = new int[reference == null ? 0 : reference.said().size()];
    state.change = new ChangeState();
  }

  /** Hands on what there is of the day, because it is over. */
  public void close(DayState state, String participantId) {
    Reference reference = references.of(state.modelSha256);
    int windows = Arrays.stream(state.said).sum();
    if (reference != null && windows > 0) {
      int told = windows - state.said[state.said.length - 1];
      if (told >= LEAST_WINDOWS) {
        judge(state, participantId, state.surprise / told);
      }
      days.accept(
          new DayProfile(
              participantId,
              state.day,
              model(state),
              reference.people(),
              reference.said(),
              state.change.changedDays > 0,
              reference.spreads(state.seen, state.said)));
    }
    Arrays.fill(state.seen, 0);
    Arrays.fill(state.said, 0);
    state.surprise = 0;
  }

  private void judge(DayState state, String participantId, double surprise) {
    double usual = state.change.mean;
    int known = state.change.days;
    ChangeDetector.Verdict verdict = detector.add(state.change, surprise);
    if (verdict == ChangeDetector.Verdict.USUAL) {
      return;
    }
    if (verdict == ChangeDetector.Verdict.BEGAN) {
      state.changedSince = state.day * DAY;
    }
    finding(
        state,
        participantId,
        (state.day + 1) * DAY,
        phase(verdict),
        sentence(verdict, surprise, usual, known),
        List.of(
            new Figure("surprise", surprise),
            new Figure("usualSurprise", usual),
            new Figure("usualDays", known)));
  }

  private void finding(
      DayState state,
      String participantId,
      long detected,
      Phase phase,
      String sentence,
      List<Figure> figures) {
    findings.accept(
        new DriftFinding(
            participantId, state.changedSince, detected, phase, sentence, figures, model(state)));
  }

  private static ModelRef model(DayState state) {
    return new ModelRef(state.modelName, state.modelVersion, state.modelSha256);
  }

  private static Phase phase(ChangeDetector.Verdict verdict) {
    return switch (verdict) {
      case BEGAN -> Phase.BEGAN;
      case GOES_ON, USUAL -> Phase.GOES_ON;
      case ENDED, GOT_USED -> Phase.ENDED;
    };
  }

  private static String sentence(
      ChangeDetector.Verdict verdict, double surprise, double usual, int known) {
    return switch (verdict) {
      case BEGAN, GOES_ON, USUAL ->
          String.format(
              Locale.ROOT,
              "The movement is less like that of the training than it was on this participant's %d days before (%.2f nats a feature above the training's own, usually %.2f): look whether the sensor sits as it did.",
              known,
              surprise,
              usual);
      case ENDED -> "The movement is as it was before again.";
      case GOT_USED ->
          "The movement has stayed as it is for %d days and counts as usual from now on."
              .formatted(ChangeDetector.GETTING_USED);
    };
  }
}
