package io.vigil.lake;

import io.vigil.learn.Example;
import java.io.IOException;
import org.apache.flink.streaming.api.functions.sink.filesystem.PartFileInfo;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.CheckpointRollingPolicy;

/**
 * Ends a file at every checkpoint, and before that one that nothing was added to for some seconds:
 * a replay of many days takes no checkpoints, and an open file is a megabyte of memory.
 */
final class QuietRolling extends CheckpointRollingPolicy<Example, String> {
  private static final long serialVersionUID = 1L;
  private static final long QUIET_MILLIS = 10_000;
  private static final long ENOUGH_BYTES = 32L << 20;

  @Override
  public boolean shouldRollOnEvent(PartFileInfo<String> file, Example example) throws IOException {
    return file.getSize() > ENOUGH_BYTES;
  }

  @Override
  public boolean shouldRollOnProcessingTime(PartFileInfo<String> file, long now) {
    return now - file.getLastUpdateTime() > QUIET_MILLIS;
  }
}
