package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstSplitsTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final PartitionExtent UNUSED =
      new PartitionExtent("0", -1, "-1", Instant.EPOCH, true);
  private static final PartitionExtent EXPIRED = new PartitionExtent("1", 40, "e40", NOON, true);
  private static final PartitionExtent FULL = new PartitionExtent("2", 99, "f99", NOON, false);
  private static final List<PartitionExtent> ALL = List.of(UNUSED, EXPIRED, FULL);

  @Test
  void beginWithTheOldest() {
    assertThat(places(StartFrom.earliest()))
        .containsExactly(new Place.Beginning(), new Place.Beginning(), new Place.Beginning());
  }

  /** Seen red with: "latest" left to the hub, which then says it anew after each restart. */
  @Test
  void takeLatestForTheEndAsItIsNow() {
    assertThat(places(StartFrom.latest()))
        .containsExactly(
            new Place.Beginning(), new Place.After(40, "e40"), new Place.After(99, "f99"));
  }

  @Test
  void beginWithATime() {
    assertThat(places(StartFrom.time(NOON))).containsOnly(new Place.Since(NOON)).hasSize(3);
  }

  @Test
  void beginWithGivenNumbers() {
    assertThat(places(StartFrom.offsets(Map.of(0, 0L, 1, 41L, 2, 7L))))
        .as("never at the message that comes next, which a hub refuses")
        .containsExactly(new Place.Beginning(), new Place.After(40, "e40"), new Place.From(7));
    assertThat(places(StartFrom.offsets(Map.of(2, 101L))))
        .containsExactly(new Place.Beginning(), new Place.Beginning(), new Place.From(101));
  }

  @Test
  void endWithTheNewestWhereBounded() {
    assertThat(bounded(StartFrom.earliest()))
        .containsExactly(new PartitionSplit("2", new Place.Beginning(), 99));
    assertThat(bounded(StartFrom.offsets(Map.of(2, 99L))))
        .containsExactly(new PartitionSplit("2", new Place.From(99), 99));
    assertThat(bounded(StartFrom.time(NOON)))
        .containsExactly(new PartitionSplit("2", new Place.Since(NOON), 99));
  }

  @Test
  void leaveOutWhatHasNothingToRead() {
    assertThat(bounded(StartFrom.latest())).isEmpty();
    assertThat(bounded(StartFrom.offsets(Map.of(2, 100L)))).isEmpty();
    assertThat(bounded(StartFrom.time(NOON.plusMillis(1)))).isEmpty();
  }

  private static List<Place> places(StartFrom start) {
    List<PartitionSplit> splits = FirstSplits.of(HubReading.from(start), ALL);
    assertThat(splits).extracting(PartitionSplit::last).containsOnly(PartitionSplit.FOR_EVER);
    return splits.stream().map(PartitionSplit::place).toList();
  }

  private static List<PartitionSplit> bounded(StartFrom start) {
    return FirstSplits.of(HubReading.from(start).toTheEnd(), ALL);
  }
}
