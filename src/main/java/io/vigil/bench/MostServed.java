package io.vigil.bench;

import java.util.OptionalInt;

/**
 * Finds the most people that are served in time, in few tries: twice as many until it fails, then
 * the middle between what held and what did not.
 */
public final class MostServed {
  private final int lowest;
  private final int highest;
  private int triesLeft;
  private int held;
  private int failed = Integer.MAX_VALUE;

  /**
   * @param lowest where to begin
   * @param highest never more than this
   * @param tries so many at most
   */
  public MostServed(int lowest, int highest, int tries) {
    this.lowest = lowest;
    this.highest = highest;
    this.triesLeft = tries;
  }

  /** Takes in how it went with so many, also where that was tried for another reason. */
  public void saw(int people, boolean inTime) {
    if (inTime) {
      held = Math.max(held, people);
    } else {
      failed = Math.min(failed, people);
    }
  }

  /** How many to try next, or nothing where it is known well enough. */
  public OptionalInt next() {
    int next = failed == Integer.MAX_VALUE ? beyond() : middle();
    // A tenth more or less is within what changes from run to run.
    boolean known = next <= held || next >= failed || failed - held <= Math.max(1, held / 10);
    if (known || triesLeft == 0) {
      return OptionalInt.empty();
    }
    triesLeft--;
    return OptionalInt.of(next);
  }

  /** The most that was seen to hold; 0 where nothing did. */
  public int most() {
    return held < failed ? held : 0;
  }

  private int beyond() {
    return held == 0 ? lowest : (int) Math.min(highest, 2L * held);
  }

  private int middle() {
    return held + (failed - held) / 2;
  }
}
