package io.vigil.lake;

import io.vigil.learn.Example;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/** Puts every example into the folder of its {@link Partition}. */
final class DayAssigner implements BucketAssigner<Example, String> {
  private static final long serialVersionUID = 1L;

  private final String project;
  private transient Partition partition;

  DayAssigner(String project) {
    this.project = project;
  }

  @Override
  public String getBucketId(Example example, Context context) {
    if (partition == null) {
      partition = new Partition(project);
    }
    return partition.of(example.scored().prediction());
  }

  @Override
  public SimpleVersionedSerializer<String> getSerializer() {
    return SimpleVersionedStringSerializer.INSTANCE;
  }
}
