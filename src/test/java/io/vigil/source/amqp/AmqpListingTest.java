package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import io.vigil.source.amqp.server.AmqpHubServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AmqpListingTest {
  private static final AmqpHubServer SERVER = AmqpHubServer.start();
  private static final HubReading READING = HubReading.from(StartFrom.earliest());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void saysWhatPartitionsHold() {
    SERVER.createHub("sensors", 2);
    SERVER.publish("sensors", 1, Bodies.numbered(0, 12));
    try (AmqpListing listing = new AmqpListing(SERVER.address("sensors"), READING)) {
      assertThat(listing.partitions()).containsExactly("0", "1");
      List<PartitionExtent> extents = listing.extents();
      assertThat(extents).extracting(PartitionExtent::partition).containsExactly("0", "1");
      assertThat(extents).extracting(PartitionExtent::empty).containsExactly(true, false);
      assertThat(extents.get(0).end()).isEqualTo(new Place.Beginning());
      assertThat(extents.get(1).end()).isEqualTo(new Place.After(11, extents.get(1).lastOffset()));
    }
  }

  /** A connection that is gone is made again. */
  @Test
  void asksAgain() {
    SERVER.createHub("dropped", 3);
    try (AmqpListing listing = new AmqpListing(SERVER.address("dropped"), READING)) {
      for (int round = 0; round < 3; round++) {
        assertThat(listing.partitions()).hasSize(3);
        SERVER.dropConnections();
      }
    }
  }

  @Test
  void saysThatThereIsNoSuchHub() {
    try (AmqpListing listing = new AmqpListing(SERVER.address("nowhere"), READING)) {
      assertThatThrownBy(listing::extents)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("Event Hubs (amqp) localhost/nowhere: ");
    }
  }
}
