package io.vigil.feed.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How long alerts took from just before they were written until somebody had them.
 *
 * @param what was measured, for people
 * @param millis each, the shortest first
 */
public record Delays(String what, List<Long> millis) {
  /** How many a measurement is made of. */
  public static final int ALERTS = Integer.getInteger("vigil.feed.alerts", 30);

  /** Fewer say nothing about one in a hundred. */
  private static final int ENOUGH = 500;

  /** The delays of alerts, each of which is in both. */
  public static Delays of(String what, Map<String, Instant> written, Map<String, Instant> here) {
    assertThat(here).containsOnlyKeys(written.keySet());
    return new Delays(
        what,
        written.entrySet().stream()
            .map(one -> Duration.between(one.getValue(), here.get(one.getKey())).toMillis())
            .sorted()
            .toList());
  }

  /**
   * Prints the figures. They are held to a promise only where enough were asked for, by hand on a
   * machine that does nothing else.
   */
  public void print(Duration promised) {
    System.out.printf(
        "feed: %s, %d alerts, median %d ms, p99 %d ms, worst %d ms%n",
        what, millis.size(), share(0.5), share(0.99), share(1));
    if (millis.size() >= ENOUGH) {
      assertThat(share(0.99)).as("p99 of %s, ms", what).isLessThan(promised.toMillis());
    }
  }

  private long share(double share) {
    return millis.get((int) (share * (millis.size() - 1)));
  }
}
