package io.vigil.source.amqp.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.qpid.proton.message.Message;

/** A hub: its partitions and its consumer groups. */
final class Hub {
  private final String name;
  private final Instant created = Instant.now();
  private final List<PartitionLog> partitions = new ArrayList<>();
  private final Set<String> groups = new HashSet<>(Set.of("$Default", "vigil"));
  private int nextInTurn;

  Hub(String name, int partitions) {
    this.name = name;
    for (int i = 0; i < partitions; i++) {
      addPartition();
    }
  }

  String name() {
    return name;
  }

  Instant created() {
    return created;
  }

  void addPartition() {
    partitions.add(new PartitionLog(Integer.toString(partitions.size())));
  }

  void addGroup(String group) {
    groups.add(group);
  }

  void checkGroup(String group) throws Refused {
    if (!groups.contains(group)) {
      throw notFound("%s/ConsumerGroups/%s".formatted(name, group));
    }
  }

  List<PartitionLog> partitions() {
    return partitions;
  }

  PartitionLog partition(String id) throws Refused {
    for (PartitionLog partition : partitions) {
      if (partition.id().equals(id)) {
        return partition;
      }
    }
    throw new Refused(
        Names.ARGUMENT_OUT_OF_RANGE,
        ("The specified partition is invalid for an EventHub partition sender or receiver. It"
                + " should be between 0 and %d.")
            .formatted(partitions.size() - 1));
  }

  /** Of one key always the same (not the service's own hash), without one each in turn. */
  PartitionLog partitionFor(Message message) {
    String key = Messages.partitionKey(message);
    return partitions.get(
        Math.floorMod(key == null ? nextInTurn++ : key.hashCode(), partitions.size()));
  }

  static Refused notFound(String entity) {
    return new Refused(
        Names.NOT_FOUND,
        "The messaging entity '%s' could not be found. To know more visit https://aka.ms/sbResourceMgrExceptions."
            .formatted(entity));
  }
}
