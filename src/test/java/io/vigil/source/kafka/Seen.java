package io.vigil.source.kafka;

import io.vigil.sensor.RawMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;

/**
 * Remembers the text of every message in its state, so that a message which is lost or comes twice
 * over a restart is missing or there twice at the end. One instance, in this process.
 */
final class Seen
    implements MapFunction<RawMessage, RawMessage>, CheckpointedFunction, CheckpointListener {
  private static final long serialVersionUID = 1L;

  /** What the running instance has seen; the next instance begins with what its state says. */
  static volatile List<String> texts = List.of();

  /** How many of them the last complete checkpoint holds. */
  static volatile int checkpointed;

  /** At which count to fail, once; 0 for never. */
  static final AtomicInteger FAIL_AT = new AtomicInteger();

  private transient ListState<String> state;
  private List<String> seen = new ArrayList<>();
  private int inLastSnapshot;

  static void reset() {
    texts = List.of();
    checkpointed = 0;
    FAIL_AT.set(0);
  }

  @Override
  public RawMessage map(RawMessage message) {
    seen.add(HubJob.text(message));
    texts = List.copyOf(seen);
    if (FAIL_AT.compareAndSet(seen.size(), 0)) {
      throw new IllegalStateException("planted");
    }
    return message;
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    state.update(seen);
    inLastSnapshot = seen.size();
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    checkpointed = inLastSnapshot;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    state =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("seen", Types.STRING));
    seen = new ArrayList<>();
    state.get().forEach(seen::add);
    texts = List.copyOf(seen);
  }
}
