package io.vigil.source.amqp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A hub's answers, as a test wants them. */
final class ListedHub implements HubListing {
  private final List<PartitionExtent> extents = new ArrayList<>();
  private RuntimeException fault;
  private boolean closed;

  /** A hub whose partitions hold 100 messages each. */
  static ListedHub of(int partitions) {
    ListedHub hub = new ListedHub();
    for (int i = 0; i < partitions; i++) {
      hub.addPartition();
    }
    return hub;
  }

  void addPartition() {
    String id = Integer.toString(extents.size());
    extents.add(new PartitionExtent(id, 99, "f99", Instant.EPOCH, false));
  }

  /** All messages of the last partition have expired. */
  void emptyLast() {
    PartitionExtent last = extents.remove(extents.size() - 1);
    extents.add(new PartitionExtent(last.partition(), 99, "f99", Instant.EPOCH, true));
  }

  void fail(RuntimeException thrown) {
    fault = thrown;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public List<String> partitions() {
    return extents().stream().map(PartitionExtent::partition).toList();
  }

  @Override
  public List<PartitionExtent> extents() {
    if (fault != null) {
      throw fault;
    }
    return List.copyOf(extents);
  }

  @Override
  public void close() {
    closed = true;
  }
}
