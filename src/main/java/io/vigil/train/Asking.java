package io.vigil.train;

import io.vigil.activity.Prediction;
import io.vigil.learn.ChoiceSettings;
import io.vigil.learn.ChoiceState;
import io.vigil.learn.Example;
import io.vigil.learn.ExampleChoice;
import io.vigil.model.Scored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Which windows of a recording a reviewer is asked about, by the start of the window. */
public final class Asking {
  /** A block of a recording has as many places as in the job. */
  private static final int PLACES = ChoiceSettings.DEFAULT.perBlock();

  /**
   * Those the review budget chooses, spread over the recording.
   *
   * @param windows of one participant that can be answered, in order of time
   * @param budget of windows, 1 or more
   */
  public static Set<Long> uncertain(List<Scored> windows, int budget) {
    Set<Long> starts = new TreeSet<>();
    if (windows.isEmpty()) {
      return starts;
    }
    ExampleChoice choice = new ExampleChoice(settings(windows, budget));
    ChoiceState state = new ChoiceState();
    for (Scored window : windows) {
      choice.add(state, unlabelled(window), example -> starts.add(start(example)));
    }
    choice.close(state, example -> starts.add(start(example)));
    return starts;
  }

  /** As many drawn by chance. */
  public static Set<Long> random(List<Long> starts, int budget, long seed) {
    List<Long> shuffled = new ArrayList<>(starts);
    Collections.shuffle(shuffled, new Random(seed));
    return new TreeSet<>(shuffled.subList(0, Math.min(budget, shuffled.size())));
  }

  /** So many blocks that the budget reaches to the end of the recording, and not only halfway. */
  private static ChoiceSettings settings(List<Scored> windows, int budget) {
    long first = windows.get(0).prediction().start();
    long last = windows.get(windows.size() - 1).prediction().end();
    int blocks = (budget + PLACES - 1) / PLACES;
    return new ChoiceSettings(
        budget,
        PLACES,
        Duration.ofNanos(1000 * ((last - first + blocks - 1) / blocks)),
        Duration.ofSeconds(4),
        0,
        ChoiceSettings.DEFAULT.doubt());
  }

  private static long start(Example example) {
    return example.scored().prediction().start();
  }

  /** The choice must not see what it is to be told. */
  private static Scored unlabelled(Scored window) {
    Prediction p = window.prediction();
    return new Scored(
        window.measured(),
        new Prediction(
            p.participantId(),
            p.start(),
            p.end(),
            p.activity(),
            p.confidence(),
            p.probabilities(),
            "",
            p.model()));
  }

  private Asking() {}
}
