package io.vigil;

import io.vigil.sensor.RawMessage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/** Fails three times, each time behind a checkpoint that holds some messages more. */
public final class FailsBehindCheckpoints extends RichMapFunction<RawMessage, RawMessage>
    implements CheckpointListener {
  private static final long serialVersionUID = 1L;
  private static final int MESSAGES_BETWEEN = 3;
  public static final int WANTED = 3;
  public static final AtomicInteger FAILURES = new AtomicInteger();

  private int seen;
  private boolean behindCheckpoint;

  @Override
  public RawMessage map(RawMessage message) {
    if (behindCheckpoint && FAILURES.get() < WANTED) {
      FAILURES.incrementAndGet();
      throw new IllegalStateException("A fault that the test planted");
    }
    seen++;
    return message;
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    behindCheckpoint = seen >= MESSAGES_BETWEEN;
  }
}
