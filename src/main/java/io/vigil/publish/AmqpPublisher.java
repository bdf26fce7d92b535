package io.vigil.publish;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventDataBatch;
import com.azure.messaging.eventhubs.EventHubProducerAsyncClient;
import com.azure.messaging.eventhubs.models.CreateBatchOptions;
import io.vigil.source.HubAddress;
import io.vigil.source.amqp.AmqpClients;
import io.vigil.source.amqp.AmqpFaults;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Sends by AMQP: a participant's messages wait a moment for each other and leave as one batch, with
 * the participant as partition key.
 *
 * <p>A batch that fails is tried again by the client; a namespace that throttles only slows down.
 */
public final class AmqpPublisher implements Publisher {
  /** How long a first message waits for others. */
  private static final Duration LINGER = Duration.ofMillis(20);

  /** How long a batch may take with all tries, before it counts as failed. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Between two tries of a throttled batch, after the client has done with its own. */
  private static final Duration BUSY_WAIT = Duration.ofSeconds(1);

  private static final long MOST_BYTES_HELD = 16 << 20;
  private static final int MOST_BATCHES_UNDER_WAY = 64;

  private final HubAddress hub;
  private final EventHubProducerAsyncClient client;
  private final Duration patience;
  private final int mostBytes;
  private final Scheduler timer = Schedulers.newSingle("amqp-publisher", true);

  // All below is guarded by this object's monitor.
  private final Map<String, Lane> lanes = new HashMap<>();
  private final Queue<Lane> line = new ArrayDeque<>();
  private long bytesHeld;
  private int batchesUnderWay;
  private Throwable failure;

  private AmqpPublisher(
      HubAddress hub, EventHubProducerAsyncClient client, Duration patience, int mostBytes) {
    this.hub = hub;
    this.client = client;
    this.patience = patience;
    this.mostBytes = mostBytes;
  }

  /**
   * Connects to the hub.
   *
   * @throws PublishFailed if it cannot be reached, or we may not send to it
   */
  public static AmqpPublisher open(HubAddress hub) {
    return open(hub, AmqpClients.retries(), PATIENCE);
  }

  static AmqpPublisher open(HubAddress hub, AmqpRetryOptions retries, Duration patience) {
    EventHubProducerAsyncClient client = null;
    try {
      client = AmqpClients.builder(hub, retries).buildAsyncProducerClient();
      // The client tries a connection for ever: the wait must end by itself.
      EventDataBatch batch = client.createBatch().timeout(patience).block();
      return new AmqpPublisher(hub, client, patience, batch.getMaxSizeInBytes());
    } catch (RuntimeException e) {
      if (client != null) {
        client.close();
      }
      throw failed(e, hub);
    }
  }

  @Override
  public synchronized void send(String participantId, byte[] payload) {
    throwIfFailed();
    if (payload.length > mostBytes) {
      throw new PublishFailed(tooLarge(participantId, payload.length), null);
    }
    EventData message = new EventData(payload);
    while (bytesHeld > 0 && bytesHeld + Lane.weight(message) > MOST_BYTES_HELD) {
      awaitNews();
      throwIfFailed();
    }
    Lane lane = lanes.computeIfAbsent(participantId, Lane::new);
    boolean isFirst = lane.isEmpty();
    lane.add(message);
    bytesHeld += Lane.weight(message);
    if (lane.waitingBytes() >= mostBytes) {
      makeReady(lane);
    } else if (isFirst && !lane.isUnderWay()) {
      timer.schedule(() -> makeReady(lane), LINGER.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void flush() {
    lanes.values().forEach(this::makeReady);
    while (bytesHeld > 0 && failure == null) {
      awaitNews();
    }
    throwIfFailed();
  }

  /** Puts the lane in line for a batch, unless it has one under way: it is looked at after that. */
  private synchronized void makeReady(Lane lane) {
    if (!lane.isEmpty() && !lane.isUnderWay() && !lane.isReady()) {
      lane.setReady(true);
      line.add(lane);
      // Not here: the client must not be called with the monitor held, its threads ask for it too.
      timer.schedule(this::sendNext);
    }
  }

  private void sendNext() {
    for (Lane lane = nextInLine(); lane != null; lane = nextInLine()) {
      Lane chosen = lane;
      AtomicLong bytes = new AtomicLong();
      client
          .createBatch(new CreateBatchOptions().setPartitionKey(chosen.participantId()))
          .timeout(patience)
          .flatMap(batch -> sendFilled(chosen, batch, bytes))
          .subscribe(nothing -> {}, this::fail, () -> sent(chosen, bytes.get()));
    }
  }

  private synchronized Lane nextInLine() {
    if (failure != null || batchesUnderWay >= MOST_BATCHES_UNDER_WAY || line.isEmpty()) {
      return null;
    }
    Lane lane = line.remove();
    lane.setReady(false);
    lane.setUnderWay(true);
    batchesUnderWay++;
    return lane;
  }

  private Mono<Void> sendFilled(Lane lane, EventDataBatch batch, AtomicLong bytes) {
    bytes.set(fill(lane, batch));
    return client
        .send(batch)
        .timeout(patience)
        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, BUSY_WAIT).filter(AmqpPublisher::isBusy));
  }

  private synchronized long fill(Lane lane, EventDataBatch batch) {
    int size = lane.firstBytes();
    try {
      long bytes = lane.fill(batch);
      if (bytes > 0) {
        return bytes;
      }
    } catch (AmqpException e) {
      if (e.getErrorCondition() != AmqpErrorCondition.LINK_PAYLOAD_SIZE_EXCEEDED) {
        throw e;
      }
    }
    throw new PublishFailed(tooLarge(lane.participantId(), size), null);
  }

  private synchronized void sent(Lane lane, long bytes) {
    bytesHeld -= bytes;
    batchesUnderWay--;
    lane.setUnderWay(false);
    if (lane.isEmpty()) {
      lanes.remove(lane.participantId());
    }
    makeReady(lane);
    timer.schedule(this::sendNext);
    notifyAll();
  }

  private synchronized void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
    }
    notifyAll();
  }

  private static boolean isBusy(Throwable fault) {
    return AmqpFaults.isThrottled(fault);
  }

  private void throwIfFailed() {
    if (failure != null) {
      throw failed(failure, hub);
    }
  }

  private static PublishFailed failed(Throwable cause, HubAddress hub) {
    return cause instanceof PublishFailed known
        ? new PublishFailed(known.getMessage(), known)
        : new PublishFailed(AmqpFaults.explain(cause, hub), cause);
  }

  private String tooLarge(String participantId, int bytes) {
    return "Event Hubs (amqp) %s: a message of participant %s has %,d bytes, the hub takes at most %,d with what goes around it; put fewer samples into a message"
        .formatted(hub, participantId, bytes, mostBytes);
  }

  private void awaitNews() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PublishFailed("Interrupted while sending to " + hub, e);
    }
  }

  @Override
  public void close() {
    timer.dispose();
    client.close();
  }
}
