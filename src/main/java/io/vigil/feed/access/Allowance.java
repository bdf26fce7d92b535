package io.vigil.feed.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each of many may still ask: a bucket of tokens each, filled evenly. Only the {@value
 * #MOST} who asked last are remembered, so that nobody can fill the memory with names. Safe for use
 * by several threads.
 */
final class Allowance {
  static final int MOST = 20_000;
  private static final double MILLIS_A_MINUTE = 60_000;

  private final int perMinute;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param perMinute how many may be asked a minute, and how many at once
   */
  Allowance(int perMinute, InstantSource clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /** Takes one, and says how long to wait where there is none; zero where there was. */
  synchronized Duration take(String who) {
    Instant now = clock.instant();
    Bucket bucket = buckets.computeIfAbsent(who, anew -> new Bucket(perMinute, now));
    double elapsed = Math.max(0, Duration.between(bucket.at, now).toMillis());
    bucket.tokens = Math.min(perMinute, bucket.tokens + elapsed * perMinute / MILLIS_A_MINUTE);
    bucket.at = now;
    if (bucket.tokens >= 1) {
      bucket.tokens--;
      return Duration.ZERO;
    }
    return Duration.ofMillis((long) Math.ceil((1 - bucket.tokens) * MILLIS_A_MINUTE / perMinute));
  }

  /** How many are remembered. */
  synchronized int size() {
    return buckets.size();
  }

  private static final class Bucket {
    private double tokens;
    private Instant at;

    Bucket(double tokens, Instant at) {
      this.tokens = tokens;
      this.at = at;
    }
  }
}
