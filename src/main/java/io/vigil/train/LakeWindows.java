package io.vigil.train;

import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.feature.WearerState;
import io.vigil.learn.Example;
import io.vigil.window.Window;
import io.vigil.window.WindowShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The windows of a lake that can be trained on: those whose activity is known, each once.
 *
 * <p>Their features are those of the moment when the job saw them. Features of another build are
 * computed again from the samples, with the wearer's reference of that moment; the context, which a
 * window by itself does not have, then begins anew as it does in the job after a pause.
 */
public final class LakeWindows {
  private static final WindowShape SHAPE = FeatureExtractor.SCHEMA.windows();

  private final Reviewed reviewed;
  private final Consumer<Window> look;
  private final List<FeatureVector> windows = new ArrayList<>();
  private final Map<Long, Found> ofOne = new TreeMap<>();
  private final LakeTally.Counting tally = new LakeTally.Counting();
  private String participant = "";

  /** A window as it was first found, and its label; the empty string if there is none. */
  private record Found(Measured measured, String label, boolean contradicted) {}

  /**
   * @param reviewed what people say of them
   */
  public LakeWindows(Reviewed reviewed) {
    this(reviewed, window -> {});
  }

  /**
   * The same with a look at the samples.
   *
   * @param look at each window that can be trained on, with its label
   */
  public LakeWindows(Reviewed reviewed, Consumer<Window> look) {
    this.reviewed = reviewed;
    this.look = look;
  }

  /**
   * Takes one in; those of a participant behind each other, in any order. Samples are only kept
   * until the next participant's come.
   */
  public void add(Example example) {
    tally.examples++;
    if (!example.participantId().equals(participant)) {
      settle();
      participant = example.participantId();
    }
    Measured measured = example.scored().measured();
    Found found = new Found(measured, measured.features().activity(), false);
    Found before = ofOne.putIfAbsent(measured.window().start(), found);
    if (before != null) {
      tally.twice++;
      ofOne.put(measured.window().start(), merged(before, found));
    }
  }

  private static Found merged(Found before, Found again) {
    boolean differ =
        !before.label.isEmpty() && !again.label.isEmpty() && !before.label.equals(again.label);
    return new Found(
        before.measured,
        before.label.isEmpty() ? again.label : before.label,
        before.contradicted || differ);
  }

  /** The windows, and what became of the others; to be asked once all were taken in. */
  public LakeTally end() {
    settle();
    return tally.of(windows);
  }

  private void settle() {
    FeatureExtractor extractor = new FeatureExtractor();
    WearerState context = new WearerState();
    for (Found found : ofOne.values()) {
      Window window = found.measured.window();
      boolean own = found.measured.schema().equals(Measured.THIS_BUILD);
      if (!own && !SHAPE.fits(window)) {
        tally.otherWindows++;
        continue;
      }
      FeatureVector features =
          own
              ? found.measured.features()
              : extractor.extract(window, context, found.measured.reference());
      tally.measuredAgain += own ? 0 : 1;
      keep(found, features);
    }
    ofOne.clear();
  }

  private void keep(Found found, FeatureVector features) {
    Window window = found.measured.window();
    String answer =
        reviewed.answer(window.participantId(), window.start(), window.end()).orElse(null);
    String label = answer == null ? found.label : answer;
    if (found.contradicted && answer == null) {
      tally.contradicting++;
    } else if (label.isEmpty()) {
      tally.unlabelled++;
    } else if (features.doubtful() || found.measured.features().doubtful()) {
      tally.doubtful++;
    } else {
      tally.reviewed += answer == null ? 0 : 1;
      look.accept(window.labelled(label));
      windows.add(
          new FeatureVector(
              features.participantId(),
              features.start(),
              features.end(),
              label,
              features.values()));
    }
  }
}
