package io.vigil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The most that are served are found in few tries, whatever that number is. */
class MostServedTest {
  private static final int LOWEST = 1_000;
  private static final int HIGHEST = 200_000;
  private static final int TRIES = 16;

  /** Seen red with: the middle taken between zero and what failed. */
  @Property(tries = 300)
  void comesWithinATenth(@ForAll @IntRange(min = LOWEST, max = HIGHEST) int capacity) {
    MostServed most = new MostServed(LOWEST, HIGHEST, TRIES);
    int tries = search(most, capacity);
    assertThat(tries).isLessThanOrEqualTo(TRIES);
    assertThat(most.most()).isBetween((int) (capacity * 0.9) - 1, capacity);
  }

  @Test
  void nobodyIsServedWhereNothingHolds() {
    MostServed most = new MostServed(LOWEST, HIGHEST, TRIES);
    search(most, 0);
    assertThat(most.most()).isZero();
  }

  @Test
  void beginsWithWhatWasSeenBefore() {
    MostServed most = new MostServed(LOWEST, HIGHEST, TRIES);
    most.saw(1_000, true);
    most.saw(10_000, true);
    assertThat(most.next()).hasValue(20_000);
    most.saw(20_000, false);
    assertThat(most.next()).hasValue(15_000);
    assertThat(most.most()).isEqualTo(10_000);
  }

  /** Tries are minutes. */
  @Test
  void endsAfterSoManyTries() {
    assertThat(search(new MostServed(LOWEST, HIGHEST, 3), 150_000)).isEqualTo(3);
  }

  private static int search(MostServed most, int capacity) {
    int tries = 0;
    for (OptionalInt next = most.next(); next.isPresent(); next = most.next()) {
      tries++;
      most.saw(next.getAsInt(), next.getAsInt() <= capacity);
    }
    return tries;
  }
}
