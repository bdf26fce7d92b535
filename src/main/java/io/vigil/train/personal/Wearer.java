package io.vigil.train.personal;

import io.vigil.activity.ClassScheme;
import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.model.Scored;
import io.vigil.train.Asking;
import io.vigil.train.Evaluation;
import io.vigil.train.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One recording cut at its middle: of the first half a reviewer is asked, and the second half
 * decides. Everybody's model must not know the wearer.
 */
final class Wearer {
  private final List<Scored> before = new ArrayList<>();
  private final List<FeatureVector> after = new ArrayList<>();
  private final List<Prediction> everybodysAfter = new ArrayList<>();
  private final List<FeatureVector> settled;
  private final Adaptation adaptation;
  private final ClassScheme scheme;

  /**
   * @param recording windows with their true labels, in order of time
   */
  Wearer(List<Measured> recording, Adaptation adaptation, ClassScheme scheme) {
    this.adaptation = adaptation;
    this.scheme = scheme;
    long first = recording.get(0).features().start();
    long last = recording.get(recording.size() - 1).features().start();
    List<Prediction> everybodys =
        Replay.score(adaptation.everybodys(), recording.stream().map(Measured::features).toList());
    for (int i = 0; i < recording.size(); i++) {
      Measured window = recording.get(i);
      if (window.features().start() - first < (last - first) / 2) {
        before.add(new Scored(window, everybodys.get(i)));
      } else {
        after.add(window.features());
        everybodysAfter.add(everybodys.get(i));
      }
    }
    // What comes after is not known when the reviewer is asked.
    this.settled = SettledWindows.of(before.stream().map(s -> s.measured().window()).toList());
  }

  String participantId() {
    return after.get(0).participantId();
  }

  /** What a reviewer says of the windows that the budget chooses. */
  Answers asked(int budget) {
    return answers(Asking.uncertain(before.stream().filter(this::isAnswerable).toList(), budget));
  }

  /** What a reviewer says of the windows that start at these times. */
  Answers answers(Set<Long> starts) {
    return adaptation.answers(
        participantId(), settled.stream().filter(w -> starts.contains(w.start())).toList());
  }

  /** When the windows start that a reviewer may be asked about. */
  List<Long> askable() {
    return before.stream().filter(this::isAnswerable).map(s -> s.prediction().start()).toList();
  }

  /** What everybody's model is worth on the second half. */
  Evaluation everybodys() {
    return Evaluation.of(everybodysAfter, scheme, null);
  }

  /** What a model with these answers is worth on the second half. */
  Evaluation own(Answers answers) {
    return Evaluation.of(Replay.score(adaptation.scorer(answers), after), scheme, null);
  }

  /** The same where the model proves better, and nothing where everybody's stays in use. */
  Optional<Evaluation> proven(Answers answers) {
    return prove(answers).holds() ? Optional.of(own(answers)) : Optional.empty();
  }

  /** Whether a model with these answers is better than everybody's, as far as they can tell. */
  Proof prove(Answers answers) {
    return adaptation.prove(answers);
  }

  private boolean isAnswerable(Scored window) {
    return !window.measured().features().doubtful()
        && scheme.classOf(window.prediction().label()).isPresent();
  }
}
