package io.vigil.store.cosmos;

import io.vigil.store.Container;
import io.vigil.store.Document;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Gives a {@link Delivery} its thread, the mailbox's: documents, replies and the clock all come in
 * there, and nothing else touches it.
 */
final class CosmosWriter implements SinkWriter<Document> {
  private final MailboxExecutor mailbox;
  private final ProcessingTimeService clock;
  private final Delivery delivery;
  private final Inbox inbox;
  private final AutoCloseable connection;
  private boolean flushing;
  private boolean closed;
  private long wakes = Long.MAX_VALUE;

  private CosmosWriter(CosmosSettings settings, SharedClient client, WriterInitContext context) {
    mailbox = context.getMailboxExecutor();
    clock = context.getProcessingTimeService();
    inbox = new Inbox(this::announce);
    CosmosSender sender = new CosmosSender(client.database(), inbox, CosmosSender.Way.BULK);
    Tallies tallies = new Tallies(clock::getCurrentProcessingTime);
    CosmosMetrics.register(tallies, context.metricGroup());
    delivery =
        new Delivery(
            SharedClient.place(settings.account()),
            WriteQueue.usual(),
            sender,
            BackOff.usual(RandomGenerator.getDefault()),
            tallies,
            clock::getCurrentProcessingTime);
    connection =
        () -> {
          sender.close();
          client.close();
        };
  }

  static CosmosWriter open(CosmosSettings settings, WriterInitContext context) {
    return new CosmosWriter(settings, SharedClient.of(settings), context);
  }

  @Override
  public void write(Document document, Context context) throws InterruptedException {
    if (document.container() == Container.TALLIES) {
      return;
    }
    while (!delivery.hasRoom()) {
      mailbox.yield();
    }
    delivery.accept(document);
    send();
  }

  @Override
  public void flush(boolean endOfInput) throws InterruptedException {
    flushing = true;
    send();
    while (!delivery.isDone()) {
      mailbox.yield();
    }
    flushing = false;
  }

  /** Called by the client's threads. */
  private void announce() {
    try {
      mailbox.execute(this::drain, "replies of Cosmos DB");
    } catch (RejectedExecutionException theTaskHasEnded) {
      // Nobody waits for the replies any more.
    }
  }

  private void drain() {
    if (!closed) {
      inbox.drainTo(delivery);
      send();
    }
  }

  private void send() {
    delivery.send(flushing);
    long next = delivery.wakeAt().orElse(Long.MAX_VALUE);
    if (next < wakes) {
      wakes = next;
      clock.registerTimer(next, this::wake);
    }
  }

  private void wake(long time) {
    wakes = Long.MAX_VALUE;
    if (!closed) {
      send();
    }
  }

  @Override
  public void close() throws Exception {
    closed = true;
    connection.close();
  }
}
