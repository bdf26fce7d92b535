package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.Await;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import io.vigil.source.amqp.server.AmqpHubServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The reader with the real client against the tests' server. */
class HubReaderOnServerTest {
  private static final AmqpHubServer SERVER = AmqpHubServer.start();
  private static final HubReading READING = HubReading.from(StartFrom.earliest());
  private static final Place BEGINNING = new Place.Beginning();

  private String hub;

  @BeforeEach
  void createHub(TestInfo test) {
    hub = test.getTestMethod().orElseThrow().getName();
    SERVER.createHub(hub, 2);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void beginsWhereItIsTold() throws Exception {
    Instant noon = Instant.parse("2026-01-05T12:00:00.123Z");
    publish(0, 0, 10, noon.minusMillis(1));
    publish(0, 10, 20, noon);
    try (ReaderUnderTest test = reader(BEGINNING).read(20)) {
      assertThat(test.numbers(0)).isEqualTo(numbers(0, 19));
      assertThat(test.output.getEmittedRecords().get(7).payload()).asString().isEqualTo("{7}");
    }
    try (ReaderUnderTest test = reader(new Place.From(19)).read(1)) {
      assertThat(test.numbers(0)).containsExactly(19L);
    }
    for (Instant time : List.of(noon, noon.minusNanos(1), noon.minusNanos(999_999))) {
      try (ReaderUnderTest test = reader(new Place.Since(time)).read(10)) {
        assertThat(test.numbers(0)).as("since %s", time).isEqualTo(numbers(10, 19));
      }
    }
  }

  /** At the very end there is nothing to refuse. Seen red with: places read on inclusively. */
  @Test
  void waitsAtTheEnd() throws Exception {
    publish(0, 0, 10, Instant.now());
    PartitionSplit end;
    try (ReaderUnderTest test = reader(BEGINNING).read(10)) {
      end = test.reader.snapshotState(1).get(0);
    }
    long links = SERVER.counters().linksOpened();
    try (ReaderUnderTest test = reader(end.place())) {
      Await.until(() -> SERVER.counters().linksOpened() > links);
      publish(0, 10, 11, Instant.now());
      assertThat(test.read(1).numbers(0)).containsExactly(10L);
      assertThat(test.counter("reconnects")).isZero();
    }
  }

  @Test
  void failsBehindTheEnd() {
    publish(0, 0, 10, Instant.now());
    try (ReaderUnderTest test = reader(new Place.From(500))) {
      assertThatThrownBy(() -> test.read(1))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              "Partition 0 cannot be read on: Event Hubs (amqp) localhost/" + hub)
          .hasMessageContaining("500");
    }
  }

  @Test
  void failsWithoutTheConsumerGroup() {
    HubReading strange =
        new HubReading(
            "nobody", READING.format(), READING.start(), READING.discoverEvery(), -1, false);
    try (ReaderUnderTest test = reader(strange, split(0, BEGINNING))) {
      assertThatThrownBy(() -> test.read(1))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("nobody");
    }
  }

  /**
   * What expired while nobody read is counted to the message. Seen red with: a reader that takes
   * whatever comes for the next.
   */
  @Test
  void countsWhatExpired() throws Exception {
    publish(0, 0, 100, Instant.now());
    PartitionSplit stopped;
    try (ReaderUnderTest test = reader(BEGINNING).read(10)) {
      stopped = test.reader.snapshotState(1).get(0);
    }
    SERVER.retain(hub, 0, 73);
    try (ReaderUnderTest test = reader(stopped.place()).read(27)) {
      assertThat(test.numbers(0)).isEqualTo(numbers(73, 99));
      assertThat(test.counter("messagesMissed")).isEqualTo(73 - 10);
    }
  }

  /**
   * A partition that nobody takes messages from does not stop the other of the same connection, and
   * little of it is held. Seen red with: a feed that waits for room in the thread that brings
   * messages.
   */
  @Test
  void keepsPartitionsApart() throws Exception {
    publish(0, 0, 5_000, Instant.now());
    publish(1, 0, 5_000, Instant.now());
    long before = SERVER.counters().messagesDelivered();
    try (ReaderUnderTest test = reader(READING, split(0, BEGINNING), split(1, BEGINNING))) {
      test.reader.pauseOrResumeSplits(List.of("0"), List.of());
      test.read(5_000);
      assertThat(test.numbers(1)).isEqualTo(numbers(0, 4_999));
      assertThat(test.numbers(0)).isEmpty();
      assertThat(SERVER.counters().messagesDelivered() - before)
          .isLessThanOrEqualTo(5_000 + PartitionFeed.ROOM + AmqpStreams.AHEAD);
      assertThat(SERVER.counters().openConnections()).isEqualTo(1);
    }
  }

  @Test
  void saysHowFarItLiesBehind() throws Exception {
    publish(0, 0, 100, Instant.now());
    try (ReaderUnderTest test = reader(BEGINNING).read(40)) {
      assertThat(test.gauge("partition", "0", "lag")).isEqualTo(60);
      assertThat(test.gauge("pendingRecords")).isEqualTo(60);
    }
  }

  @Test
  void readsOnAfterItsLinkIsTakenAway() throws Exception {
    publish(0, 0, 10, Instant.now());
    try (ReaderUnderTest test = reader(BEGINNING).read(10)) {
      for (int round = 1; round <= 3; round++) {
        if (round == 2) {
          SERVER.dropConnections();
        } else {
          SERVER.detachReaders("amqp:link:detach-forced", "The link is moved to another node");
        }
        publish(0, 10 * round, 10 * round + 10, Instant.now());
        test.read(10);
      }
      assertThat(test.numbers(0)).isEqualTo(numbers(0, 39));
      assertThat(test.counter("reconnects")).isGreaterThanOrEqualTo(3);
      assertThat(test.counter("messagesMissed")).isZero();
    }
  }

  @Test
  void isThrownOutByAHigherOwnerLevel() throws Exception {
    publish(0, 0, 10, Instant.now());
    try (ReaderUnderTest low = reader(owner(1), split(0, BEGINNING)).read(10);
        ReaderUnderTest high = reader(owner(2), split(0, BEGINNING)).read(10)) {
      assertThatThrownBy(() -> low.read(1))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("epoch");
      publish(0, 10, 20, Instant.now());
      assertThat(high.read(10).numbers(0)).isEqualTo(numbers(0, 19));
    }
  }

  private static HubReading owner(long level) {
    return new HubReading(
        "vigil", READING.format(), READING.start(), READING.discoverEvery(), level, false);
  }

  private ReaderUnderTest reader(Place place) {
    return reader(READING, split(0, place));
  }

  private ReaderUnderTest reader(HubReading reading, PartitionSplit... splits) {
    return new ReaderUnderTest(
        SERVER.address(hub), new AmqpStreams(SERVER.address(hub), reading), new Bell(), splits);
  }

  private static PartitionSplit split(int partition, Place place) {
    return new PartitionSplit(Integer.toString(partition), place, PartitionSplit.FOR_EVER);
  }

  private void publish(int partition, int from, int to, Instant arrived) {
    byte[][] bodies = new byte[to - from][];
    for (int i = from; i < to; i++) {
      bodies[i - from] = ("{" + i + "}").getBytes(StandardCharsets.UTF_8);
    }
    SERVER.publishAt(arrived, hub, partition, bodies);
  }

  private static List<Long> numbers(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
