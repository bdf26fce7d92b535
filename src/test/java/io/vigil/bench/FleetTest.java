package io.vigil.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a fleet computes of its schedule is what counting its messages one by one says. */
class FleetTest {
  private static final long BEGINNING = 1_767_603_600_123_456L;
  private static final long SECOND = 1_000_000;
  private static final long LAST_SAMPLE = 980_769;

  /** Seen red with: people who join counted from the second after. */
  @Property(tries = 300)
  void countsWhatIsDue(
      @ForAll @IntRange(min = 1, max = 40) int people,
      @ForAll @IntRange(min = 1, max = 7) int joinSeconds,
      @ForAll @IntRange(max = 5) int more,
      @ForAll @IntRange(max = 15_000) int millis) {
    Fleet fleet = new Fleet(people, BEGINNING, joinSeconds, joinSeconds + more);
    long at = BEGINNING + millis * 1000L;
    assertThat(fleet.dueBefore(at)).isEqualTo(dues(fleet).stream().filter(due -> due < at).count());
    assertThat(fleet.messages()).isEqualTo(dues(fleet).size());
  }

  /** Seen red with: the last sample taken for the end of its second. */
  @Property(tries = 300)
  void knowsWhichMessageBringsASample(
      @ForAll @IntRange(min = 1, max = 40) int people,
      @ForAll @IntRange(max = 39) int which,
      @ForAll @IntRange(max = 9_000) int millis) {
    Fleet fleet = new Fleet(people, BEGINNING, 3, 30);
    int participant = which % people;
    long at = BEGINNING + millis * 1000L;
    int second = fleet.joins(participant);
    while (fleet.startMicros(participant, second) + LAST_SAMPLE < at) {
      second++;
    }
    assertThat(fleet.dueWithSampleAt(participant, at))
        .isEqualTo(fleet.dueMicros(participant, second));
  }

  @Test
  void everybodyIsKnownByTheirId() {
    for (int participant : new int[] {0, 7, 999_999}) {
      assertThat(Fleet.participant(Fleet.id(participant))).isEqualTo(participant);
    }
    assertThat(Fleet.participant("")).isNegative();
    assertThat(Fleet.participant("p1")).isNegative();
  }

  @Test
  void allMustHaveTimeToJoin() {
    assertThatThrownBy(() -> new Fleet(10, BEGINNING, 5, 4))
        .hasMessageContaining("10 people that join in 5 of 4 s");
  }

  private static List<Long> dues(Fleet fleet) {
    List<Long> dues = new ArrayList<>();
    for (int participant = 0; participant < fleet.people(); participant++) {
      for (int second = fleet.joins(participant); second < fleet.seconds(); second++) {
        dues.add(BEGINNING + (second + 1) * SECOND + participant * SECOND / fleet.people());
      }
    }
    return dues;
  }
}
