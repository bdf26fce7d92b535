package io.vigil.source.amqp.server;

import java.time.Instant;
import java.util.List;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;

/** Stores what one sender sends. */
final class WriterLink implements LinkEnd {
  /** Transfers that a sender may have under way; the service gives as many. */
  static final int CREDIT = 300;

  private final Hub hub;
  private final PartitionLog partition;
  private final Receiver link;
  private final ServerConnection connection;
  private final Namespace namespace;

  /**
   * @param partition or null where the hub chooses it
   */
  WriterLink(
      Hub hub,
      PartitionLog partition,
      Receiver link,
      ServerConnection connection,
      Namespace namespace) {
    this.hub = hub;
    this.partition = partition;
    this.link = link;
    this.connection = connection;
    this.namespace = namespace;
  }

  @Override
  public void delivery(Delivery delivery) {
    if (delivery.isPartial() || !delivery.isReadable()) {
      return;
    }
    byte[] bytes = Messages.receive(link, delivery);
    link.advance();
    link.flow(1);
    if (bytes.length > namespace.maxMessageBytes()) {
      link.setCondition(
          new Refused(
                  Names.TOO_LARGE,
                  "The received message (delivery-id:0, size:%d bytes) exceeds the limit (%d bytes) currently allowed on the link."
                      .formatted(bytes.length, namespace.maxMessageBytes()))
              .toCondition());
      link.close();
      return;
    }
    if (namespace.faults().refusesSend()) {
      namespace.tally().sendsRefused++;
      Rejected rejected = new Rejected();
      rejected.setError(
          new Refused(
                  Names.SERVER_BUSY,
                  "The request was terminated because the namespace is being throttled. Error code : 50002. Please wait 4 seconds and try again.")
              .toCondition());
      settle(delivery, rejected);
      return;
    }
    store(
        delivery.getMessageFormat() == Names.BATCH_FORMAT
            ? Messages.splitBatch(bytes)
            : List.of(Messages.decode(bytes)));
    if (namespace.faults().losesAcknowledgement()) {
      connection.drop();
    } else {
      settle(delivery, Accepted.getInstance());
    }
  }

  private void store(List<Message> messages) {
    // A batch goes to one partition as a whole.
    PartitionLog place =
        partition == null && !messages.isEmpty() ? hub.partitionFor(messages.get(0)) : partition;
    for (Message message : messages) {
      place.append(message, Instant.now());
      namespace.tally().messagesStored++;
    }
  }

  private static void settle(Delivery delivery, DeliveryState state) {
    delivery.disposition(state);
    delivery.settle();
  }
}
