package io.vigil.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.Erasable;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * State as Vigil 0.1.0 wrote it is taken over whole, on either state backend, and its timers still
 * fire.
 */
class FirstReleaseStateTest {
  private static final long SEED = Long.getLong("vigil.seed", System.nanoTime());
  private static final int PEOPLE = 20;

  static Stream<StateBackend> backends() {
    return Stream.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend());
  }

  @ParameterizedTest
  @MethodSource("backends")
  void isTakenOver(StateBackend backend) throws Exception {
    System.out.println("FirstReleaseStateTest: -Dvigil.seed=" + SEED);
    OperatorSubtaskState saved;
    try (var harness = harness(new FirstRelease(), backend)) {
      harness.open();
      for (int person = 0; person < PEOPLE; person++) {
        harness.processElement(new Come("p" + person), 0);
      }
      saved = harness.snapshot(1, 1);
    }
    try (var harness = harness(new Now(), backend)) {
      harness.initializeState(saved);
      harness.open();
      for (int person = 0; person < PEOPLE; person++) {
        harness.processElement(new Come("p" + person), 0);
      }
      assertThat(harness.numEventTimeTimers()).isEqualTo(PEOPLE);
      for (int person = 0; person < PEOPLE; person++) {
        assertThat(((TimeState) harness.extractOutputValues().get(person)))
            .usingRecursiveComparison()
            .ignoringFields(
                "buffer.times",
                "buffer.x",
                "buffer.y",
                "buffer.z",
                "buffer.labels",
                "buffer.used",
                "coverage.from",
                "coverage.to")
            .isEqualTo(remembered("p" + person));
      }
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(harness.numEventTimeTimers()).isZero();
      KeyedStateBackend<?> left =
          ((AbstractStreamOperator<?>) harness.getOperator()).getKeyedStateBackend();
      try (Stream<?> keys = left.getKeys("time", VoidNamespace.INSTANCE)) {
        assertThat(keys).isEmpty();
      }
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Come, Object> harness(
      KeyedProcessFunction<String, Come, Object> function, StateBackend backend) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(function), Come::participantId, Types.STRING);
    harness.setStateBackend(backend);
    return harness;
  }

  /** A state that follows from the name. */
  private static TimeState remembered(String participantId) {
    Random random = new Random(SEED + participantId.hashCode());
    TimeState state = new TimeState();
    state.highest = 1_767_604_852_182_000L + random.nextInt();
    state.spacing = 19_230.77;
    for (int i = 0; i < 300; i++) {
      long time = state.highest + i * 19_231L;
      short value = (short) random.nextInt();
      byte label = state.buffer.labelIndex(i < 100 ? "" : "Walking");
      state.buffer.add(time, value, (short) -value, (short) 0, label);
      state.coverage.add(time, 500_000);
    }
    state.buffer.markUsed(0, 120);
    state.inWindows = 120;
    return state;
  }

  /** Remembers as 0.1.0 did: by the type, which Flink writes field by field. */
  private static final class FirstRelease extends KeyedProcessFunction<String, Come, Object> {
    private static final long serialVersionUID = 1L;
    private transient ValueState<TimeState> states;

    @Override
    public void open(OpenContext context) {
      states = getRuntimeContext().getState(new ValueStateDescriptor<>("time", TimeState.class));
    }

    @Override
    public void processElement(Come come, Context context, Collector<Object> out) throws Exception {
      states.update(remembered(come.participantId));
      context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }
  }

  /** Hands on what it remembers. */
  private static final class Now extends ParticipantFunction<TimeState, Come, Object> {
    private static final long serialVersionUID = 1L;

    Now() {
      super("time", TimeState.class, TimeState::new);
    }

    @Override
    protected void process(Come come, TimeState state, Context context, Collector<Object> out) {
      out.collect(state);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Object> out)
        throws Exception {
      forget(new Come(context.getCurrentKey(), Erasable.END), state(), context, out);
    }

    @Override
    protected void erased(Come word, Context context, Collector<Object> out) {}
  }

  /** Somebody comes, or word of them. */
  private record Come(String participantId, String erasure) implements Erasable {
    Come(String participantId) {
      this(participantId, "");
    }
  }
}
