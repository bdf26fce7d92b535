package io.vigil.train.personal;

import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.feature.WearerReference;
import io.vigil.learn.Example;
import io.vigil.train.Reviewed;
import io.vigil.window.Window;
import io.vigil.window.WindowShape;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The windows of one wearer in a lake that reviewers agree on. A lake has only some of the wearer's
 * windows, too few to learn from what is normal for them; the newest knows what all of them had
 * taught the job until then, and that is what the next ones will be measured with.
 */
public final class AnsweredWindows {
  private static final WindowShape SHAPE = FeatureExtractor.SCHEMA.windows();

  private final String participantId;
  private final Reviewed reviewed;
  private final NavigableMap<Long, Window> answered = new TreeMap<>();
  private long newest = Long.MIN_VALUE;
  private WearerReference reference = WearerReference.UNKNOWN;

  /**
   * @param participantId of the wearer
   * @param reviewed what reviewers say of windows
   */
  public AnsweredWindows(String participantId, Reviewed reviewed) {
    this.participantId = participantId;
    this.reviewed = reviewed;
  }

  /**
   * Takes one in, in any order; those of others, of another length and doubtful ones are left out.
   */
  public void add(Example example) {
    Measured measured = example.scored().measured();
    Window window = measured.window();
    if (!example.participantId().equals(participantId)
        || !SHAPE.fits(window)
        || measured.features().doubtful()) {
      return;
    }
    if (window.start() >= newest) {
      newest = window.start();
      reference = measured.reference();
    }
    String answer = reviewed.answer(participantId, window.start(), window.end()).orElse("");
    if (!answer.isEmpty()) {
      answered.put(window.start(), window.labelled(answer));
    }
  }

  /** Their features and answers, in order of time; to be asked once all were taken in. */
  public List<FeatureVector> windows() {
    return SettledWindows.of(List.copyOf(answered.values()), reference).stream()
        .filter(window -> !window.doubtful())
        .toList();
  }
}
