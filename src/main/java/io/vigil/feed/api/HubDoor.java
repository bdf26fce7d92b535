package io.vigil.feed.api;

import io.vigil.alert.Command;
import io.vigil.alert.CommandMessages;
import io.vigil.feed.web.Refusal;
import io.vigil.publish.PublishFailed;
import io.vigil.publish.Publisher;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends commands to a hub. The connection is opened with the first, and anew after a fault. */
public final class HubDoor implements CommandDoor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HubDoor.class);

  private final Supplier<Publisher> publishers;
  private Publisher publisher;

  public HubDoor(Supplier<Publisher> publishers) {
    this.publishers = publishers;
  }

  @Override
  public synchronized void put(Command command) {
    try {
      if (publisher == null) {
        publisher = publishers.get();
      }
      publisher.send(
          command.lane(), CommandMessages.write(command).getBytes(StandardCharsets.UTF_8));
      publisher.flush();
    } catch (PublishFailed e) {
      LOG.warn("A command could not be sent: {}", e.getMessage());
      close();
      throw new Refusal(503, "The hub of commands does not answer; send the same again");
    }
  }

  @Override
  public synchronized void close() {
    if (publisher != null) {
      publisher.close();
      publisher = null;
    }
  }
}
