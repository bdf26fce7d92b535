package io.vigil.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.state.ValueState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptStateTest {
  private static final long SEED = Long.getLong("vigil.seed", System.nanoTime());
  private static final int KEYS = 12;

  private final Store store = new Store();
  private final KeptState<Long> state = new KeptState<>(store);

  /**
   * Seen red with: a value kept past its clearing; what changed not written; a newcomer to a full
   * heap who is neither kept nor written.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, KEYS, 100})
  void remembersAsAPlainMapDoes(int most) throws IOException {
    System.out.println("KeptStateTest: -Dvigil.seed=" + SEED);
    Random random = new Random(SEED);
    state.keep(most, () -> store.key);
    Map<String, Long> expected = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      String key = "p" + random.nextInt(KEYS);
      store.key = key;
      assertThat(state.value()).isEqualTo(expected.get(key));
      switch (random.nextInt(10)) {
        case 0 -> {
          state.clear();
          expected.remove(key);
        }
        case 1 -> {
          state.write(one -> store.key = (String) one);
          assertThat(store.values).isEqualTo(expected);
        }
        case 2, 3 -> {}
        default -> {
          state.update((long) i);
          expected.put(key, (long) i);
        }
      }
      assertThat(state.size()).isLessThanOrEqualTo(most);
    }
  }

  /** Seen red with: every value written each time. */
  @Test
  void writesOnceHoweverOftenSomethingChanged() throws IOException {
    state.keep(KEYS, () -> store.key);
    store.key = "p1";
    for (long i = 0; i < 100; i++) {
      state.value();
      state.update(i);
    }
    assertThat(store.reads).isEqualTo(1);
    assertThat(store.values).isEmpty();
    state.write(one -> store.key = (String) one);
    assertThat(store.values).containsExactly(Map.entry("p1", 99L));
    assertThat(store.writes).isEqualTo(1);
  }

  /** Seen red with: nobody let go. */
  @Test
  void letsGoWhoDidNotComeBetweenTwoWritings() throws IOException {
    state.keep(1, () -> store.key);
    store.key = "left";
    state.update(1L);
    state.write(one -> store.key = (String) one);
    store.key = "stays";
    state.update(2L);
    assertThat(store.values).as("no place yet").containsEntry("stays", 2L);
    state.write(one -> store.key = (String) one);
    store.key = "stays";
    state.update(3L);
    assertThat(store.values).as("the place of who left").containsEntry("stays", 2L);
    assertThat(state.value()).isEqualTo(3);
    store.key = "left";
    assertThat(state.value()).isEqualTo(1);
    assertThat(store.writes).isEqualTo(2);
  }

  @Test
  void keepsNothingUnlessAsked() throws IOException {
    store.key = "p1";
    state.update(1L);
    assertThat(store.values).containsEntry("p1", 1L);
    assertThat(state.value()).isEqualTo(1);
    state.clear();
    assertThat(store.values).isEmpty();
  }

  /** Values by key, and how often they were asked for and written. */
  private static final class Store implements ValueState<Long> {
    private final Map<String, Long> values = new HashMap<>();
    private String key;
    private int reads;
    private int writes;

    @Override
    public Long value() {
      reads++;
      return values.get(key);
    }

    @Override
    public void update(Long value) {
      writes++;
      values.put(key, value);
    }

    @Override
    public void clear() {
      values.remove(key);
    }
  }
}
