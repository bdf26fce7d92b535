package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class HubReaderHandoverTest {
  private static final int MESSAGES = 300_000;

  /**
   * Between the threads that bring messages and the one that reads them nothing is lost, nothing
   * stands still and the order is kept. Seen red with: a reader that does not look once more after
   * it has hushed the bell (it waits for ever).
   */
  @Test
  void losesNothingBetweenThreads() throws Exception {
    Flux<HubMessage> stream =
        MadeUpHub.messages(0, MESSAGES - 1)
            .publishOn(Schedulers.parallel(), 1)
            .concatMap(Flux::just, 1);
    MadeUpHub hub = new MadeUpHub().with(0, stream).with(1, stream);
    try (ReaderUnderTest test =
        new ReaderUnderTest(
            hub,
            new PartitionSplit("0", new Place.Beginning(), PartitionSplit.FOR_EVER),
            new PartitionSplit("1", new Place.Beginning(), PartitionSplit.FOR_EVER))) {
      test.read(2 * MESSAGES);
      for (int partition = 0; partition < 2; partition++) {
        assertThat(test.numbers(partition).stream().mapToLong(Long::longValue).toArray())
            .isEqualTo(LongStream.range(0, MESSAGES).toArray());
      }
    }
  }
}
