package io.vigil.source.amqp;

import java.util.List;

/** Says what partitions a hub has. Its answers may take long; faults that pass are ridden out. */
interface HubListing extends AutoCloseable {

  /** The ids of the partitions. */
  List<String> partitions();

  /** What each partition holds. */
  List<PartitionExtent> extents();

  @Override
  void close();
}
