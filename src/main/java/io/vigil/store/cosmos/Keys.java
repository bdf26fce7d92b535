package io.vigil.store.cosmos;

import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.azure.cosmos.models.PartitionKeyDefinition;
import com.azure.cosmos.models.PartitionKeyDefinitionVersion;
import com.azure.cosmos.models.PartitionKind;
import io.vigil.store.Container;
import java.util.List;

/** Partition keys, of one part or hierarchical. */
final class Keys {

  /** The key with these values, the coarsest first. */
  static PartitionKey of(List<String> values) {
    if (values.size() == 1) {
      return new PartitionKey(values.get(0));
    }
    PartitionKeyBuilder key = new PartitionKeyBuilder();
    values.forEach(key::add);
    return key.build();
  }

  /** What a container's documents are spread by. */
  static PartitionKeyDefinition of(Container container) {
    List<String> paths = container.partitionKey();
    return new PartitionKeyDefinition()
        .setPaths(paths)
        .setKind(paths.size() > 1 ? PartitionKind.MULTI_HASH : PartitionKind.HASH)
        .setVersion(PartitionKeyDefinitionVersion.V2);
  }

  private Keys() {}
}
