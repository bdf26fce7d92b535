package io.vigil.source.amqp.server;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code $management}: the properties of hubs and partitions, in the types that clients cast to.
 */
final class ManagementRequests implements RequestNode.Requests {
  private final Namespace namespace;

  ManagementRequests(Namespace namespace) {
    this.namespace = namespace;
  }

  @Override
  public Object answer(Map<String, Object> properties, Object body) throws Refused {
    namespace.tally().managementCalls++;
    if (!"READ".equals(properties.get("operation"))) {
      throw new Refused(
          Names.ARGUMENT_ERROR, "The operation " + properties.get("operation") + " is unknown.");
    }
    // Unlike every other link, this one is opened without a token: each request brings its own.
    namespace.keys().check(String.valueOf(properties.get("security_token")));
    Hub hub = namespace.hub(String.valueOf(properties.get("name")));
    return "com.microsoft:partition".equals(properties.get("type"))
        ? describe(hub, hub.partition(String.valueOf(properties.get("partition"))))
        : describe(hub);
  }

  private static Map<String, Object> describe(Hub hub) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", hub.name());
    values.put("type", "com.microsoft:eventhub");
    values.put("created_at", Date.from(hub.created()));
    values.put("partition_count", hub.partitions().size());
    values.put(
        "partition_ids", hub.partitions().stream().map(PartitionLog::id).toArray(String[]::new));
    return values;
  }

  private static Map<String, Object> describe(Hub hub, PartitionLog log) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", hub.name());
    values.put("type", "com.microsoft:partition");
    values.put("partition", log.id());
    values.put("begin_sequence_number", log.firstSequence());
    values.put("last_enqueued_sequence_number", log.lastSequence());
    values.put("last_enqueued_offset", Long.toString(log.lastOffset()));
    values.put("last_enqueued_time_utc", Date.from(log.lastEnqueued()));
    values.put("is_partition_empty", log.isEmpty());
    return values;
  }
}
