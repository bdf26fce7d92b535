package io.vigil.learn;

import java.time.Duration;

/**
 * How windows are put up for review.
 *
 * @param near the longest time between two windows that are asked about together
 * @param longest the longest stretch that is asked about at once
 * @param secondShare of all windows, 0 to 1: the share that two reviewers are asked about
 */
public record ReviewSettings(Duration near, Duration longest, double secondShare) {
  /** A tenth is asked twice; what lies within some minutes is asked together. */
  public static final ReviewSettings DEFAULT =
      new ReviewSettings(Duration.ofMinutes(3), Duration.ofMinutes(10), 0.1);

  /** The same with another share for a second reviewer. */
  public ReviewSettings secondLooksAt(double share) {
    return new ReviewSettings(near, longest, share);
  }

  long nearMicros() {
    return near.toNanos() / 1000;
  }

  long longestMicros() {
    return longest.toNanos() / 1000;
  }
}
