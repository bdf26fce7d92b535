package io.vigil.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.model.Scored;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes: nobody is asked about more than the budget, and a job that stops and goes on from
 * its checkpoint at any window chooses what one that never stopped would have.
 */
class ChoiceBudgetTest {
  private static final int ROUNDS = 60;

  private final TypeSerializer<ChoiceState> serializer =
      TypeInformation.of(ChoiceState.class).createSerializer(new SerializerConfigImpl());

  /**
   * Seen red with: the count of the day set back at every block; and with {@code lastAsked} a
   * transient field.
   */
  @Test
  void holdsForRandomDaysAndRestartsAnywhere() throws IOException {
    long seed = System.nanoTime();
    System.out.println("ChoiceBudgetTest, seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      ChoiceSettings settings =
          new ChoiceSettings(
              random.nextInt(30),
              1 + random.nextInt(6),
              Duration.ofSeconds(1 + random.nextInt(random.nextBoolean() ? 60 : 20_000)),
              Duration.ofSeconds(random.nextInt(120)),
              random.nextInt(3) * 50,
              random.nextBoolean() ? Doubt.MARGIN : Doubt.ENTROPY);
      List<Scored> windows = ScoredWindows.random(random, 1500);
      List<Example> whole = choose(settings, windows, new Random(0), 0);
      List<Example> restarted = choose(settings, windows, random, 0.05);

      assertThat(said(restarted)).as("%s", settings).isEqualTo(said(whole));
      checkBudget(settings, whole);
    }
  }

  /** A window of a few kilobytes, not the hundreds of a block. */
  @Test
  void stateHoldsNoMoreWindowsThanABlockMayAskAbout() throws IOException {
    ExampleChoice choice = new ExampleChoice(ChoiceSettings.DEFAULT);
    ChoiceState state = new ChoiceState();
    int largest = 0;
    for (Scored window : ScoredWindows.random(new Random(7), 3000)) {
      choice.add(state, window, example -> {});
      largest = Math.max(largest, bytes(state).length);
    }
    assertThat(largest).isBetween(2_000, ChoiceSettings.DEFAULT.perBlock() * 4_000);
  }

  private List<Example> choose(
      ChoiceSettings settings, List<Scored> windows, Random random, double restarts)
      throws IOException {
    List<Example> chosen = new ArrayList<>();
    ExampleChoice choice = new ExampleChoice(settings);
    ChoiceState state = new ChoiceState();
    for (Scored window : windows) {
      choice.add(state, window, chosen::add);
      if (random.nextDouble() < restarts) {
        choice = new ExampleChoice(settings);
        state = serializer.deserialize(new DataInputDeserializer(bytes(state)));
      }
    }
    choice.close(state, chosen::add);
    return chosen;
  }

  private byte[] bytes(ChoiceState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1 << 14);
    serializer.serialize(state, out);
    return out.getCopyOfBuffer();
  }

  private static void checkBudget(ChoiceSettings settings, List<Example> chosen) {
    Map<Long, Integer> days = new HashMap<>();
    long last = Long.MIN_VALUE / 2;
    for (Example example : chosen) {
      if (example.reason() == Reason.UNCERTAIN) {
        long start = example.scored().prediction().start();
        int asked =
            days.merge(
                Math.floorDiv(start, Duration.ofDays(1).toSeconds() * 1_000_000), 1, Integer::sum);
        assertThat(asked).as("%s", settings).isLessThanOrEqualTo(settings.perDay());
        assertThat(start - last).isGreaterThanOrEqualTo(settings.apart().toSeconds() * 1_000_000);
        last = start;
      }
    }
  }

  private static List<String> said(List<Example> chosen) {
    return chosen.stream()
        .map(example -> example.reason() + " " + example.scored().prediction().start())
        .toList();
  }
}
