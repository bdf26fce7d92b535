package io.vigil.learn;

import io.vigil.learn.Verdict.Standing;
import java.util.List;

/**
 * What comes of an answer.
 *
 * @param label that is to be kept
 * @param isNew whether it is not kept yet; the same answer given again is not
 * @param standing what reviewers then say together: contested where they differ about any window
 * @param others what other reviewers say of these windows
 */
public record ReviewAnswer(Label label, boolean isNew, Standing standing, List<Label> others) {

  public ReviewAnswer {
    others = List.copyOf(others);
  }
}
