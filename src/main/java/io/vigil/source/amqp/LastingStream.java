package io.vigil.source.amqp;

import io.vigil.source.HubAddress;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Reads a partition beyond the end of its connection. The client's stream just ends when the
 * connection drops, so an end is a fault like others: after a pause the stream goes on behind the
 * last message that arrived. Demand is carried over; only a fault that does not pass ends it.
 */
final class LastingStream {
  private static final Logger LOG = LoggerFactory.getLogger(LastingStream.class);

  private final PartitionStreams streams;
  private final HubAddress hub;
  private final String partition;
  private final Place start;
  private final Counter reconnects;

  /** Touched by signals of the stream alone, which come one after the other. */
  private HubMessage last;

  LastingStream(
      PartitionStreams streams, HubAddress hub, String partition, Place start, Counter reconnects) {
    this.streams = streams;
    this.hub = hub;
    this.partition = partition;
    this.start = start;
    this.reconnects = reconnects;
  }

  /** The messages; to be subscribed to once. */
  Flux<HubMessage> messages() {
    return Flux.defer(() -> streams.from(place(), partition))
        .doOnNext(message -> last = message)
        .concatWith(Mono.error(LinkEnded::new))
        .retryWhen(BackOff.whileItMayPass().doBeforeRetry(this::note));
  }

  private Place place() {
    return last == null ? start : new Place.After(last.sequence(), last.offset());
  }

  /** Called by the client's own threads, so it does not look into what has happened. */
  private void note(Retry.RetrySignal signal) {
    reconnects.inc();
    LOG.warn(
        "{} partition {}: {}; reading on {} (try {})",
        AmqpFaults.place(hub),
        partition,
        AmqpWords.of(AmqpFaults.unwrap(signal.failure()), false, hub).cameBack(),
        last == null ? "where it began" : "behind message " + last.sequence(),
        signal.totalRetriesInARow() + 1);
  }

  /** The connection is gone without a word. */
  private static final class LinkEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LinkEnded() {
      super("the connection ended", null, false, false);
    }
  }
}
