package io.vigil.source.amqp;

import static io.vigil.source.amqp.MadeUpHub.ended;
import static io.vigil.source.amqp.MadeUpHub.messages;
import static io.vigil.source.amqp.MadeUpHub.offset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class HubReaderTest {
  private static final PartitionSplit ALL =
      new PartitionSplit("0", new Place.Beginning(), PartitionSplit.FOR_EVER);

  private final MadeUpHub hub = new MadeUpHub();

  @Test
  void saysWhereAMessageComesFrom() throws Exception {
    hub.with(0, messages(7, 7));
    try (ReaderUnderTest test = new ReaderUnderTest(hub, ALL)) {
      test.read(1);
      RawMessage message = test.output.getEmittedRecords().get(0);
      assertThat(message.source()).isEqualTo("ns/sensors/0");
      assertThat(message.position()).isEqualTo(7);
      assertThat(message.format()).isEqualTo(MessageFormat.JSON);
      assertThat(message.key()).isEmpty();
      assertThat(message.payload()).asString().isEqualTo("{7");
    }
  }

  /** A body may be anything, also nothing. */
  @Test
  void takesWhateverABodyIs() throws Exception {
    hub.with(
        0,
        Flux.just(
            new HubMessage(0, "a", 1, Place.UNKNOWN, new byte[0]),
            new HubMessage(1, "b", 1, Place.UNKNOWN, new byte[] {-1, 0})));
    try (ReaderUnderTest test = new ReaderUnderTest(hub, ALL)) {
      assertThat(test.read(2).output.getEmittedRecords())
          .extracting(RawMessage::format)
          .containsOnly(MessageFormat.AVRO);
    }
  }

  /**
   * However much the hub has, only so much is asked for. Seen red with: a feed that asks for room
   * when messages arrive instead of when they are used up.
   */
  @Test
  void holdsNoMoreThanThereIsRoomFor() throws Exception {
    hub.with(0, messages(0, 99_999));
    try (ReaderUnderTest test = new ReaderUnderTest(hub, ALL)) {
      assertThat(hub.given).hasValue(PartitionFeed.ROOM);
      for (int read = 0; read < 5_000; read++) {
        test.read(1);
        assertThat(hub.given.get() - read).isBetween(1L, (long) PartitionFeed.ROOM + 1);
      }
      assertThat(test.numbers(0)).isEqualTo(numbers(0, 4_999));
    }
  }

  /**
   * Stopped behind any number of messages and restored from its snapshot, a reader gives every
   * message once: what has arrived and was not read is read again, what was read is not. Seen red
   * with: a snapshot of what has arrived.
   */
  @Test
  void goesOnBehindTheLastMessageRead() throws Exception {
    for (int stop = 0; stop < 10; stop++) {
      PartitionSplit snapshot;
      MadeUpHub before = new MadeUpHub().with(0, messages(0, 99));
      try (ReaderUnderTest test = new ReaderUnderTest(before, ALL).read(stop)) {
        snapshot = test.reader.snapshotState(1).get(0);
      }
      Place expected =
          stop == 0 ? new Place.Beginning() : new Place.After(stop - 1, offset(stop - 1));
      assertThat(snapshot).isEqualTo(ALL.at(expected));
      MadeUpHub after = new MadeUpHub().with(0, messages(stop, 99));
      try (ReaderUnderTest test = new ReaderUnderTest(after, snapshot).read(3)) {
        assertThat(after.opened).containsExactly("0 " + expected);
        assertThat(test.numbers(0)).isEqualTo(numbers(stop, stop + 2));
        assertThat(test.counter("messagesMissed")).isZero();
      }
    }
  }

  /**
   * What has arrived stays when the connection ends, and is not asked for again. Seen red with: a
   * stream that begins again where it began.
   */
  @Test
  void readsOnAfterTheConnectionEnds() throws Exception {
    hub.with(
        0, ended(0, 9), ended(10, 11).concatWith(Flux.error(transientFault())), messages(12, 20));
    try (ReaderUnderTest test = new ReaderUnderTest(hub, ALL)) {
      assertThat(test.read(21).numbers(0)).isEqualTo(numbers(0, 20));
      assertThat(hub.opened)
          .containsExactly(
              "0 " + new Place.Beginning(),
              "0 " + new Place.After(9, offset(9)),
              "0 " + new Place.After(11, offset(11)));
      assertThat(test.counter("reconnects")).isEqualTo(2);
      assertThat(test.counter("messagesMissed")).isZero();
    }
  }

  /** The room is the same after a reconnection: what was asked for is not asked for twice. */
  @Test
  void holdsNoMoreAfterTheConnectionEnds() throws Exception {
    hub.with(0, ended(0, 99), messages(100, 99_999));
    try (ReaderUnderTest test = new ReaderUnderTest(hub, ALL)) {
      test.read(101);
      assertThat(hub.given.get() - 101).isLessThanOrEqualTo(PartitionFeed.ROOM);
    }
  }

  /** Seen red with: gaps looked for only at the first message. */
  @Test
  void countsWhatTheHubHasDropped() throws Exception {
    hub.with(0, ended(9, 10), messages(100, 101));
    try (ReaderUnderTest test = new ReaderUnderTest(hub, ALL.at(new Place.After(4, "f4")))) {
      assertThat(test.read(1).counter("messagesMissed")).isEqualTo(4);
      assertThat(test.read(3).numbers(0)).containsExactly(9L, 10L, 100L, 101L);
      assertThat(test.counter("messagesMissed")).isEqualTo(4 + 89);
    }
    hub.with(1, messages(7, 7)).with(2, messages(7, 7));
    PartitionSplit from = new PartitionSplit("1", new Place.From(5), PartitionSplit.FOR_EVER);
    PartitionSplit any = new PartitionSplit("2", new Place.Beginning(), PartitionSplit.FOR_EVER);
    try (ReaderUnderTest test = new ReaderUnderTest(hub, from, any)) {
      assertThat(test.read(2).counter("messagesMissed")).isEqualTo(2);
    }
  }

  @Test
  void failsWithTheHubsWords() throws Exception {
    AmqpException fatal =
        new AmqpException(false, AmqpErrorCondition.LINK_STOLEN, "a higher epoch", null);
    hub.with(0, ended(0, 1).concatWith(Flux.error(fatal)));
    try (ReaderUnderTest test = new ReaderUnderTest(hub, ALL)) {
      test.read(2);
      assertThatThrownBy(test::readAll)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("Partition 0 cannot be read on: ")
          .hasMessageContaining("ns/sensors")
          .hasMessageContaining("a higher epoch");
      assertThat(hub.opened).hasSize(1);
    }
  }

  @Test
  void endsWithTheLastMessage() throws Exception {
    hub.with(0, messages(0, 99)).with(1, messages(40, 99));
    PartitionSplit reached = new PartitionSplit("0", new Place.Beginning(), 9);
    PartitionSplit expired = new PartitionSplit("1", new Place.From(0), 9);
    try (ReaderUnderTest test = new ReaderUnderTest(hub, reached, expired)) {
      assertThat(test.readAll()).isEqualTo(InputStatus.NOTHING_AVAILABLE);
      assertThat(test.numbers(0)).isEqualTo(numbers(0, 9));
      assertThat(test.numbers(1)).isEmpty();
      assertThat(test.counter("messagesMissed")).as("up to the end only").isEqualTo(10);
      assertThat(test.reader.snapshotState(1)).isEmpty();
      CompletableFuture<Void> woken = test.reader.isAvailable();
      assertThat(woken).isNotDone();
      test.reader.notifyNoMoreSplits();
      assertThat(woken).isDone();
      assertThat(test.readAll()).isEqualTo(InputStatus.END_OF_INPUT);
    }
  }

  @Test
  void leavesPausedPartitionsAlone() throws Exception {
    hub.with(0, messages(0, 9)).with(1, messages(0, 9));
    PartitionSplit other = new PartitionSplit("1", new Place.Beginning(), PartitionSplit.FOR_EVER);
    try (ReaderUnderTest test = new ReaderUnderTest(hub, ALL, other)) {
      test.read(3);
      test.reader.pauseOrResumeSplits(List.of("0"), List.of());
      test.readAll();
      assertThat(test.numbers(0)).isEqualTo(numbers(0, 2));
      assertThat(test.numbers(1)).isEqualTo(numbers(0, 9));
      CompletableFuture<Void> woken = test.reader.isAvailable();
      test.reader.pauseOrResumeSplits(List.of(), List.of("0"));
      assertThat(woken).isDone();
      test.readAll();
      assertThat(test.numbers(0)).isEqualTo(numbers(0, 9));
    }
  }

  @Test
  void saysHowFarItLiesBehind() throws Exception {
    hub.with(0, messages(0, 9)).with(1, messages(0, 4));
    PartitionSplit other = new PartitionSplit("1", new Place.Beginning(), PartitionSplit.FOR_EVER);
    try (ReaderUnderTest test = new ReaderUnderTest(hub, ALL, other).read(15)) {
      assertThat(test.gauge("partition", "0", "lag")).isEqualTo(1_000 - 9);
      assertThat(test.gauge("pendingRecords")).isEqualTo(1_000 - 9 + 1_000 - 4);
    }
  }

  private static AmqpException transientFault() {
    return new AmqpException(true, AmqpErrorCondition.LINK_DETACH_FORCED, "moved", null);
  }

  private static List<Long> numbers(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
