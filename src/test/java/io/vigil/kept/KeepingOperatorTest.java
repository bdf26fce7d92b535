package io.vigil.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.util.TestingTaskManagerRuntimeInfo;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators keep comes back from their snapshots, whatever the state backend. */
class KeepingOperatorTest {
  private static final long SEED = Long.getLong("vigil.seed", System.nanoTime());
  private static final int KEYS = 9;
  private static final String FORGET = "forget";

  /** Seen red with: {@code snapshotState} that writes nothing. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 10_000})
  void comesBackFromASnapshot(int onHeap) throws Exception {
    System.out.println("KeepingOperatorTest: -Dvigil.seed=" + SEED);
    Random random = new Random(SEED);
    Map<String, Long> expected = new HashMap<>();
    OperatorSubtaskState saved = null;
    for (int life = 0; life < 5; life++) {
      Map<String, Long> atSnapshot = null;
      try (var harness = harness(onHeap)) {
        if (saved != null) {
          harness.initializeState(saved);
        }
        harness.open();
        int snapshotAt = random.nextInt(400);
        for (int i = 0; i < 500; i++) {
          if (i == snapshotAt) {
            saved = harness.snapshot(life, i);
            atSnapshot = new HashMap<>(expected);
          }
          String key = "p" + random.nextInt(KEYS);
          if (random.nextInt(10) == 0) {
            harness.processElement(new Come(key, FORGET), 0);
            expected.remove(key);
          } else {
            harness.processElement(new Come(key, ""), 0);
            long times = expected.merge(key, 1L, Long::sum);
            assertThat(harness.extractOutputValues()).last().isEqualTo(key + " " + times);
          }
        }
        assertThat(keys(harness)).isSubsetOf(expected.keySet());
        harness.snapshot(100, 100);
        assertThat(keys(harness)).containsExactlyInAnyOrderElementsOf(expected.keySet());
      }
      expected = atSnapshot;
    }
  }

  /** A build that keeps nothing reads what one that does has written, and the other way round. */
  @Test
  void savesTheSameAsAnOperatorThatKeepsNothing() throws Exception {
    OperatorSubtaskState saved;
    try (var plain = harness(new KeyedProcessOperator<>(new Counts()), 10)) {
      plain.open();
      plain.processElement(new Come("p1", ""), 0);
      saved = plain.snapshot(1, 1);
    }
    try (var keeping = harness(10)) {
      keeping.initializeState(saved);
      keeping.open();
      keeping.processElement(new Come("p1", ""), 0);
      saved = keeping.snapshot(2, 2);
    }
    try (var plain = harness(new KeyedProcessOperator<>(new Counts()), 10)) {
      plain.initializeState(saved);
      plain.open();
      plain.processElement(new Come("p1", ""), 0);
      assertThat(plain.extractOutputValues()).containsExactly("p1 3");
    }
  }

  /** Seen red with: {@code snapshotState} that writes nothing. */
  @Test
  void comesBackBesideABroadcast() throws Exception {
    OperatorSubtaskState saved;
    try (var harness = besideABroadcast()) {
      harness.open();
      for (int i = 0; i < 3; i++) {
        harness.processElement1(new Come("p1", ""), 0);
        harness.processElement1(new Come("p2", ""), 0);
      }
      assertThat(keys(harness)).as("kept").isEmpty();
      saved = harness.snapshot(1, 1);
      assertThat(keys(harness)).containsExactlyInAnyOrder("p1", "p2");
    }
    try (var harness = besideABroadcast()) {
      harness.initializeState(saved);
      harness.open();
      harness.processElement1(new Come("p1", ""), 0);
      harness.processElement2("heard", 0);
      assertThat(harness.extractOutputValues()).containsExactly("p1 4");
    }
  }

  private static List<Object> keys(AbstractStreamOperatorTestHarness<?> harness) {
    KeyedStateBackend<?> backend =
        ((AbstractStreamOperator<?>) harness.getOperator()).getKeyedStateBackend();
    try (Stream<?> keys = backend.getKeys("counts", VoidNamespace.INSTANCE)) {
      return keys.<Object>map(key -> key).toList();
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Come, String> harness(int onHeap)
      throws Exception {
    return harness(new KeepingOperator<>(new Counts()), onHeap);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Come, String> harness(
      KeyedProcessOperator<String, Come, String> operator, int onHeap) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(KeepingOptions.PEOPLE_ON_HEAP, onHeap);
    MockEnvironment environment =
        new MockEnvironmentBuilder()
            .setTaskManagerRuntimeInfo(new TestingTaskManagerRuntimeInfo(configuration))
            .setMaxParallelism(128)
            .build();
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator, Come::key, Types.STRING, environment);
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    return harness;
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, Come, String, String>
      besideABroadcast() throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeepingBroadcastOperator<>(new BroadcastCounts(), List.of(BroadcastCounts.HEARD)),
            Come::key,
            null,
            Types.STRING);
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    return harness;
  }

  /** Somebody comes, or is to be forgotten. */
  private record Come(String key, String what) {}

  private static KeptState<Long> counts(RuntimeContext context) {
    return new KeptState<>(context.getState(new ValueStateDescriptor<>("counts", Types.LONG)));
  }

  private static String count(Come come, KeptState<Long> counts) throws IOException {
    Long before = counts.value();
    counts.update(before == null ? 1 : before + 1);
    return come.key + " " + counts.value();
  }

  /** Tells how often a key came. */
  private static final class Counts extends KeyedProcessFunction<String, Come, String>
      implements Remembering {
    private static final long serialVersionUID = 1L;
    private transient KeptState<Long> counts;

    @Override
    public void open(OpenContext context) {
      counts = counts(getRuntimeContext());
    }

    @Override
    public List<KeptState<?>> remembered() {
      return List.of(counts);
    }

    @Override
    public void processElement(Come come, Context context, Collector<String> out) throws Exception {
      if (come.what.equals(FORGET)) {
        counts.clear();
        return;
      }
      out.collect(count(come, counts));
    }
  }

  /** The same beside words that everybody hears. */
  private static final class BroadcastCounts
      extends KeyedBroadcastProcessFunction<String, Come, String, String> implements Remembering {
    private static final long serialVersionUID = 1L;
    static final MapStateDescriptor<String, String> HEARD =
        new MapStateDescriptor<>("heard", Types.STRING, Types.STRING);
    private transient KeptState<Long> counts;

    @Override
    public void open(OpenContext context) {
      counts = counts(getRuntimeContext());
    }

    @Override
    public List<KeptState<?>> remembered() {
      return List.of(counts);
    }

    @Override
    public void processElement(Come come, ReadOnlyContext context, Collector<String> out)
        throws Exception {
      out.collect(count(come, counts));
    }

    @Override
    public void processBroadcastElement(String word, Context context, Collector<String> out)
        throws Exception {
      context.getBroadcastState(HEARD).put(word, word);
    }
  }
}
