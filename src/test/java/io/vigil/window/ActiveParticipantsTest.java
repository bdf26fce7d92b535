package io.vigil.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ActiveParticipantsTest {
  private static final long SPAN = 1_000;

  /**
   * Whoever sent within a span is counted, and nobody who has not for two. Seen red with: spans
   * that begin when somebody comes, so that two of them held those of nearly three.
   */
  @Test
  void countsThoseOfLately() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    ActiveParticipants active = new ActiveParticipants(SPAN);
    Map<String, Long> last = new HashMap<>();
    long now = 1_000_000;
    for (int i = 0; i < 20_000; i++) {
      now += random.nextInt(1_000) == 0 ? random.nextInt(5_000) : random.nextInt(20);
      String who = "p" + random.nextInt(1 + random.nextInt(300));
      last.put(who, now);
      active.add(who, now);
      long moment = now;
      long surely = last.values().stream().filter(at -> moment - at < SPAN).count();
      long atMost = last.values().stream().filter(at -> moment - at < 2 * SPAN).count();
      assertThat((long) active.count(now)).as("seed %d", seed).isBetween(surely, atMost);
    }
    assertThat(active.count(now + 2 * SPAN)).isZero();
  }
}
