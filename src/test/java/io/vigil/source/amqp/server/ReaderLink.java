package io.vigil.source.amqp.server;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Sender;

/** Sends the messages of a partition to one reader. */
final class ReaderLink implements LinkEnd {
  /** No more than this is handed to the engine before the socket has taken it. */
  private static final int MOST_BYTES_UNDER_WAY = 1 << 20;

  private final String group;
  private final PartitionLog log;
  private final Sender link;
  private final ServerConnection connection;
  private final Namespace namespace;
  private final long ownerLevel;
  private final boolean wantsMetric;
  private long next;
  private long deliveries;

  private ReaderLink(
      String group, PartitionLog log, Sender link, ServerConnection connection, Namespace namespace)
      throws Refused {
    this.group = group;
    this.log = log;
    this.link = link;
    this.connection = connection;
    this.namespace = namespace;
    this.next = Position.first((Source) link.getRemoteSource(), log);
    Map<?, ?> properties = link.getRemoteProperties();
    Object level = properties == null ? null : properties.get(Names.OWNER_LEVEL);
    this.ownerLevel = level instanceof Long number ? number : -1;
    this.wantsMetric =
        link.getRemoteDesiredCapabilities() != null
            && Arrays.asList(link.getRemoteDesiredCapabilities()).contains(Names.RUNTIME_METRIC);
  }

  static ReaderLink join(
      String group, PartitionLog log, Sender link, ServerConnection connection, Namespace namespace)
      throws Refused {
    ReaderLink reader = new ReaderLink(group, log, link, connection, namespace);
    log.readers().add(reader);
    return reader;
  }

  String group() {
    return group;
  }

  /** That of the reader, or -1. */
  long ownerLevel() {
    return ownerLevel;
  }

  void wake() {
    connection.wake();
  }

  void detach(Refused why) {
    link.setCondition(why.toCondition());
    link.close();
    wake();
  }

  @Override
  public boolean fill() {
    boolean any = false;
    while (link.getLocalState() == EndpointState.ACTIVE
        && link.getCredit() > 0
        && link.getSession().getOutgoingBytes() < MOST_BYTES_UNDER_WAY) {
      StoredMessage message = log.atOrAfter(next);
      if (message == null) {
        break;
      }
      if (namespace.faults().dropsNow()) {
        connection.drop();
        return false;
      }
      send(message);
      any = true;
    }
    return any;
  }

  private void send(StoredMessage message) {
    next = message.sequenceNumber() + 1;
    link.delivery(ByteBuffer.allocate(Long.BYTES).putLong(deliveries++).array());
    if (wantsMetric) {
      byte[] metric = Messages.runtimeMetric(log);
      link.send(metric, 0, metric.length);
    }
    link.send(message.encoded(), 0, message.encoded().length);
    link.advance();
    namespace.tally().messagesDelivered++;
  }

  @Override
  public void delivery(Delivery delivery) {
    if (delivery.remotelySettled() || delivery.getRemoteState() != null) {
      delivery.settle();
    }
  }

  @Override
  public void closed() {
    log.readers().remove(this);
  }
}
