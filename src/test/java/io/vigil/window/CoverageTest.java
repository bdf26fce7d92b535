package io.vigil.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final long GAP = 10;

  /** Seen red with: stretches joined without their end being raised. */
  @Property
  void holdsEveryInstantAddedAndKeepsItsStretchesApart(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 150) Integer> times) {
    Coverage coverage = new Coverage();
    times.forEach(time -> coverage.add(time, GAP));

    TreeSet<Integer> sorted = new TreeSet<>(times);
    for (int time : sorted) {
      assertThat(coverage.holds(time)).as("instant %d", time).isTrue();
    }
    for (int i = 1; i < coverage.size; i++) {
      assertThat(coverage.from[i] - coverage.to[i - 1]).isGreaterThan(GAP);
    }
  }

  @Test
  void forgetsTheOldestStretchFirst() {
    Coverage coverage = new Coverage();
    for (int i = 0; i < 100; i++) {
      coverage.add(i * 1000L, GAP);
    }

    assertThat(coverage.holds(0)).isFalse();
    assertThat(coverage.holds(99_000)).isTrue();
    assertThat(coverage.size).isEqualTo(16);
  }
}
