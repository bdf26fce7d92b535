package io.vigil.learn;

import java.io.Serializable;
import java.time.Duration;

/**
 * How many windows of a participant are asked about, and which.
 *
 * @param perDay uncertain windows a participant and day (UTC) at most; 0 for none
 * @param perBlock of them in a block of time at most
 * @param block the windows of so much time compete with each other; from a second to a day. A day
 *     is cut into blocks from its beginning
 * @param apart from the start of a window that is asked about to the start of the next, at least
 * @param uniformOneIn one in so many windows is drawn by chance; 0 for none
 * @param doubt how the uncertain are told
 */
public record ChoiceSettings(
    int perDay, int perBlock, Duration block, Duration apart, int uniformOneIn, Doubt doubt)
    implements Serializable {

  /** About as many as a reviewer answers on the side, and as many blocks in a day. */
  public static final ChoiceSettings DEFAULT =
      new ChoiceSettings(40, 1, Duration.ofMinutes(36), Duration.ofMinutes(1), 500, Doubt.MARGIN);

  /** Refuses what cannot be followed. */
  public ChoiceSettings {
    check(perDay >= 0 && perDay <= 10_000, "perDay", perDay, "0 to 10000");
    // Each of them waits in state with its samples until the block ends.
    check(perBlock >= 1 && perBlock <= 100, "perBlock", perBlock, "1 to 100");
    check(
        block.compareTo(Duration.ofSeconds(1)) >= 0 && block.compareTo(Duration.ofDays(1)) <= 0,
        "block",
        block,
        "PT1S to PT24H");
    check(
        !apart.isNegative() && apart.compareTo(Duration.ofDays(1)) <= 0,
        "apart",
        apart,
        "PT0S to PT24H");
    check(uniformOneIn >= 0, "uniformOneIn", uniformOneIn, "0 (none) or more");
  }

  private static void check(boolean good, String name, Object seen, String expected) {
    if (!good) {
      throw new IllegalArgumentException(name + " is " + seen + ", expected " + expected);
    }
  }

  long blockMicros() {
    return block.toNanos() / 1000;
  }

  long apartMicros() {
    return apart.toNanos() / 1000;
  }
}
