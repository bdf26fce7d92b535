package io.vigil.source.amqp;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.PartitionProperties;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import io.vigil.sensor.RawMessage;
import io.vigil.settings.Finding;
import io.vigil.source.HubAddress;
import io.vigil.source.HubReading;
import io.vigil.source.TriedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Looks whether a hub can be read as the settings say, and whether what is in it can be used. */
public final class AmqpCheck {
  /** What all steps may take together. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration DOOR_PATIENCE = Duration.ofSeconds(5);

  /** A group that may not be read is refused well within this time. */
  private static final Duration REFUSAL = Duration.ofSeconds(2);

  private final HubAddress hub;
  private final HubReading reading;
  private final Instant end = Instant.now().plus(PATIENCE);
  private final List<Finding> findings = new ArrayList<>();

  private AmqpCheck(HubAddress hub, HubReading reading) {
    this.hub = hub;
    this.reading = reading;
  }

  /**
   * Connects, authenticates, reads as the consumer group and decodes the newest message; one line
   * each, up to the first that fails. Takes about 15 s where nothing answers and never throws.
   */
  public static List<Finding> run(HubAddress hub, HubReading reading) {
    AmqpCheck check = new AmqpCheck(hub, reading);
    check.run();
    return check.findings;
  }

  private void run() {
    String step = tried("connect");
    try {
      AmqpDoor door = AmqpDoor.of(hub);
      Optional<AmqpFault> closed = door.knock(DOOR_PATIENCE);
      if (closed.isPresent()) {
        findings.add(wrong(step, closed.get()));
        return;
      }
      findings.add(Finding.ok(step, door + " speaks AMQP" + (door.plain() ? " without TLS" : "")));
      step = tried("authenticate and find partitions");
      try (EventHubConsumerAsyncClient client = client()) {
        List<PartitionProperties> partitions = partitions(client);
        findings.add(Finding.ok(step, partitions.size() + " partitions"));
        step = tried("read as consumer group " + reading.consumerGroup());
        read(client, partitions, step);
      }
    } catch (RuntimeException e) {
      findings.add(wrong(step, AmqpFaults.of(e, hub)));
    }
  }

  private EventHubConsumerAsyncClient client() {
    AmqpRetryOptions retries =
        new AmqpRetryOptions()
            .setMaxRetries(1)
            .setDelay(Duration.ofMillis(500))
            .setTryTimeout(PATIENCE.dividedBy(2));
    return AmqpClients.builder(hub, retries)
        .consumerGroup(reading.consumerGroup())
        .prefetchCount(1)
        .buildAsyncConsumerClient();
  }

  private List<PartitionProperties> partitions(EventHubConsumerAsyncClient client) {
    return client
        .getPartitionIds()
        .concatMap(client::getPartitionProperties)
        .collectList()
        .block(remaining());
  }

  private void read(
      EventHubConsumerAsyncClient client, List<PartitionProperties> partitions, String step) {
    Optional<PartitionProperties> newest =
        partitions.stream()
            .filter(partition -> !partition.isEmpty())
            .max(Comparator.comparing(PartitionProperties::getLastEnqueuedTime));
    try {
      if (newest.isEmpty()) {
        firstRefusal(client, partitions.get(0).getId()).block(remaining());
        findings.add(Finding.ok(step, "may be read"));
        findings.add(noMessage());
      } else {
        PartitionEvent message = last(client, newest.get()).block(remaining());
        findings.add(Finding.ok(step, "may be read"));
        findings.add(
            TriedMessage.finding(
                tried(TriedMessage.STEP),
                message(message),
                reading.format(),
                message.getData().getEnqueuedTime(),
                Instant.now()));
      }
    } catch (RuntimeException e) {
      if (!isOwned(e)) {
        throw e;
      }
      findings.add(
          Finding.ok(step, "a reader with an owner level has it: the job itself, most likely"));
    }
  }

  /** Not wrong of itself: the hub may be new, or nobody wears a sensor now. */
  private Finding noMessage() {
    return new Finding(
        true,
        tried(TriedMessage.STEP),
        "there are no messages",
        "see whether the sensors send, and to this hub");
  }

  private RawMessage message(PartitionEvent message) {
    byte[] payload = message.getData().getBody();
    return new RawMessage(
        reading.format().of(payload),
        "",
        hub.hub() + "/" + message.getPartitionContext().getPartitionId(),
        message.getData().getSequenceNumber(),
        payload);
  }

  private static Mono<PartitionEvent> last(
      EventHubConsumerAsyncClient client, PartitionProperties partition) {
    return client
        .receiveFromPartition(
            partition.getId(),
            EventPosition.fromSequenceNumber(partition.getLastEnqueuedSequenceNumber(), true))
        .next();
  }

  /** Fails where the group may not be read, and is empty where a while passes without that. */
  private static Mono<PartitionEvent> firstRefusal(
      EventHubConsumerAsyncClient client, String partition) {
    return client.receiveFromPartition(partition, EventPosition.earliest()).take(REFUSAL).next();
  }

  private static boolean isOwned(Throwable fault) {
    return AmqpFaults.unwrap(fault) instanceof AmqpException amqp
        && amqp.getErrorCondition() == AmqpErrorCondition.LINK_STOLEN;
  }

  private Duration remaining() {
    Duration left = Duration.between(Instant.now(), end);
    return left.compareTo(REFUSAL) > 0 ? left : REFUSAL;
  }

  private String tried(String step) {
    return AmqpFaults.place(hub) + ": " + step;
  }

  private static Finding wrong(String step, AmqpFault fault) {
    return Finding.wrong(step, fault.cameBack(), fault.advice());
  }
}
