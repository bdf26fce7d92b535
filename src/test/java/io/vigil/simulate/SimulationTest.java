package io.vigil.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.activity.Activities;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final Instant BEGINNING = Instant.parse("2026-01-05T09:00:00Z");

  /** What a simulation gave. */
  private record Outcome(Truth truth, List<Batch> recorded, List<Batch> arrived) {
    static Outcome of(Scenario scenario) throws IOException {
      List<Batch> recorded = new ArrayList<>();
      List<Batch> arrived = new ArrayList<>();
      Truth truth = new Simulation(scenario).run(recorded::add, arrived::add, second -> {});
      return new Outcome(truth, recorded, arrived);
    }
  }

  private static Scenario scenario(long seed, int people, int disorder, double duplicates) {
    return new Scenario(
        people, seed, 1, 10, BEGINNING, people, Math.min(2, people), duplicates, disorder);
  }

  /** Seen red with: {@code delayed} counted for second copies too. */
  @Property(tries = 20)
  void whatArrivesIsWhatTheTruthSays(
      @ForAll @LongRange(min = 0, max = 10_000) long seed,
      @ForAll @IntRange(min = 1, max = 5) int people,
      @ForAll @IntRange(min = 0, max = 5) int disorder)
      throws IOException {
    Outcome outcome = Outcome.of(scenario(seed, people, disorder, 0.05));
    Truth.Count batches = outcome.truth().batches();
    Set<Batch> distinct = new HashSet<>(outcome.arrived());
    int overtaken = 0;
    Set<Batch> seen = new HashSet<>();
    Map<String, Integer> newest = new HashMap<>();
    for (Batch batch : outcome.arrived()) {
      int before = newest.merge(batch.participantId(), batch.sequence(), Math::max);
      overtaken += seen.add(batch) && before > batch.sequence() ? 1 : 0;
    }
    assertThat(batches)
        .isEqualTo(
            new Truth.Count(
                outcome.recorded().size(),
                outcome.recorded().size() - distinct.size(),
                outcome.arrived().size() - distinct.size(),
                overtaken,
                outcome.arrived().size()));
    assertThat(batches.sent())
        .isEqualTo(batches.recorded() - batches.lost() + batches.duplicates());
    assertThat(outcome.truth().samples().sent()).isEqualTo(batches.sent() * Batch.RATE_HZ);
  }

  /** Seen red with: the longest delay a second longer. */
  @Property(tries = 20)
  void noBatchIsOvertakenByMoreThanTheAllowedDisorder(
      @ForAll @LongRange(min = 0, max = 10_000) long seed,
      @ForAll @IntRange(min = 0, max = 5) int disorder)
      throws IOException {
    Map<String, Integer> newest = new HashMap<>();
    for (Batch batch : Outcome.of(scenario(seed, 3, disorder, 0.05)).arrived()) {
      int before = newest.merge(batch.participantId(), batch.sequence(), Math::max);
      assertThat(before - batch.sequence()).isLessThanOrEqualTo(disorder);
    }
  }

  @Test
  void sameSeedIsTheSameDayAndAnotherIsNot() throws IOException {
    List<int[]> once = axes(Outcome.of(scenario(7, 2, 1, 0.01)));
    assertThat(axes(Outcome.of(scenario(7, 2, 1, 0.01))))
        .usingRecursiveComparison()
        .isEqualTo(once);
    assertThat(axes(Outcome.of(scenario(8, 2, 1, 0.01))).get(0)).isNotEqualTo(once.get(0));
  }

  @Test
  void oneSensorUploadsItsGapAndTheOtherLosesIt() throws IOException {
    Outcome outcome = Outcome.of(scenario(3, 4, 0, 0));
    assertThat(outcome.truth().gaps())
        .extracting(Truth.GapAt::uploaded)
        .containsExactlyInAnyOrder(true, false);
    for (Truth.GapAt gap : outcome.truth().gaps()) {
      List<Integer> sequences =
          outcome.arrived().stream()
              .filter(b -> b.participantId().equals(gap.participantId()))
              .map(Batch::sequence)
              .toList();
      assertThat(sequences).isSorted();
      assertThat(sequences.size() == 360).isEqualTo(gap.uploaded());
    }
  }

  @Test
  void everybodyAskedToFallFallsOnceAndTheStretchHasNoLabel() throws IOException {
    Truth truth = Outcome.of(scenario(5, 4, 1, 0)).truth();
    assertThat(truth.falls())
        .extracting(Truth.FallAt::participantId)
        .containsExactly("p1", "p2", "p3", "p4");
    for (Truth.FallAt fall : truth.falls()) {
      assertThat(truth.episodes())
          .filteredOn(
              e ->
                  e.participantId().equals(fall.participantId())
                      && e.start().compareTo(fall.impact()) <= 0
                      && e.end().compareTo(fall.impact()) > 0)
          .extracting(Truth.Episode::activity)
          .containsExactly("");
    }
  }

  @Test
  void daysHaveNoHolesAndOnlyKnownActivities() throws IOException {
    Truth truth = Outcome.of(scenario(11, 3, 1, 0)).truth();
    for (Truth.Wearer person : truth.people()) {
      List<Truth.Episode> day =
          truth.episodes().stream()
              .filter(e -> e.participantId().equals(person.participantId()))
              .toList();
      for (int i = 1; i < day.size(); i++) {
        assertThat(day.get(i).start()).isEqualTo(day.get(i - 1).end());
      }
      assertThat(day)
          .extracting(Truth.Episode::activity)
          .allMatch(a -> a.isEmpty() || Activities.BY_LABEL.contains(a));
    }
  }

  private static List<int[]> axes(Outcome outcome) {
    return outcome.arrived().stream().map(Batch::y).toList();
  }
}
