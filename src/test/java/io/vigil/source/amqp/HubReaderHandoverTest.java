package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Messages come by one thread and are read by another. */
class HubReaderHandoverTest {
  private static final PartitionSplit FIRST =
      new PartitionSplit("0", new Place.Beginning(), PartitionSplit.FOR_EVER);
  private static final PartitionSplit SECOND =
      new PartitionSplit("1", new Place.Beginning(), PartitionSplit.FOR_EVER);

  @Test
  void keepsOrderAndLosesNothing() throws Exception {
    int messages = 300_000;
    Flux<HubMessage> stream =
        MadeUpHub.messages(0, messages - 1).subscribeOn(Schedulers.boundedElastic());
    MadeUpHub hub = new MadeUpHub().with(0, stream).with(1, stream);
    try (ReaderUnderTest test = new ReaderUnderTest(hub, FIRST, SECOND)) {
      test.read(2 * messages);
      for (int partition = 0; partition < 2; partition++) {
        assertThat(test.numbers(partition).stream().mapToLong(Long::longValue).toArray())
            .isEqualTo(LongStream.range(0, messages).toArray());
      }
    }
  }

  /**
   * A message that arrives just before the reader goes to sleep does not find it asleep. Seen red
   * with: a reader that does not look once more after it has hushed the bell.
   */
  @Test
  void seesAMessageThatArrivesAsItGoesToSleep() throws Exception {
    Sinks.Many<HubMessage> stream = Sinks.many().unicast().onBackpressureBuffer();
    MadeUpHub hub = new MadeUpHub().with(0, stream.asFlux());
    Bell bell =
        new Bell() {
          @Override
          void hush() {
            stream.tryEmitNext(MadeUpHub.message(0)).orThrow();
            super.hush();
          }
        };
    try (ReaderUnderTest test = new ReaderUnderTest(ReaderUnderTest.HUB, hub, bell, FIRST)) {
      assertThat(test.reader.pollNext(test.output)).isEqualTo(InputStatus.MORE_AVAILABLE);
      assertThat(test.numbers(0)).containsExactly(0L);
    }
  }
}
