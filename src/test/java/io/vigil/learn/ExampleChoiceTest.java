package io.vigil.learn;

import static io.vigil.learn.ScoredWindows.BEGINNING;
import static io.vigil.learn.ScoredWindows.SECOND;
import static io.vigil.learn.ScoredWindows.labelled;
import static io.vigil.learn.ScoredWindows.unknown;
import static io.vigil.learn.ScoredWindows.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.model.Scored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleChoiceTest {
  private static final ChoiceSettings FOUR_A_MINUTE =
      new ChoiceSettings(10, 4, Duration.ofMinutes(1), Duration.ofSeconds(4), 0, Doubt.MARGIN);

  private final ChoiceState state = new ChoiceState();
  private final List<Example> chosen = new ArrayList<>();

  @Test
  void labelledWindowsPassAtOnceAndCostNothing() {
    choose(FOUR_A_MINUTE, List.of(labelled(BEGINNING, "Walking")));
    assertThat(chosen).extracting(Example::reason).containsExactly(Reason.LABELLED);
    assertThat(state.askedToday).isZero();
  }

  @Test
  void theMostUncertainOfABlockAreHandedOnWhenItEnds() {
    ExampleChoice choice = new ExampleChoice(FOUR_A_MINUTE);
    for (int w = 0; w < 6; w++) {
      choice.add(state, window(BEGINNING + 8L * w * SECOND, 0, 0.1 * w), chosen::add);
    }
    assertThat(chosen).isEmpty();
    choice.add(state, window(BEGINNING + 60 * SECOND, 0, 1), chosen::add);
    assertThat(starts()).containsExactly(0L, 8L, 16L, 24L);
    assertThat(chosen).extracting(Example::reason).containsOnly(Reason.UNCERTAIN);
  }

  /** Seen red with: the least uncertain of all dropped, whatever is said of it. */
  @Test
  void anActivityThatIsSeldomSaidIsAskedAboutThoughTheModelIsSurerOfIt() {
    List<Scored> windows = new ArrayList<>();
    for (int w = 0; w < 6; w++) {
      windows.add(window(BEGINNING + 8L * w * SECOND, w == 3 ? 2 : 0, w == 3 ? 0.9 : 0.1));
    }
    choose(FOUR_A_MINUTE, windows);
    new ExampleChoice(FOUR_A_MINUTE).close(state, chosen::add);
    assertThat(chosen)
        .extracting(example -> example.scored().prediction().activity())
        .containsExactly("Sitting", "Sitting", "Sitting", "Walking");
  }

  /** Seen red with: the last window asked about forgotten at the end of a block. */
  @Test
  void neighboursAreNotAskedAboutTwice() {
    List<Scored> windows = new ArrayList<>();
    for (int w = 0; w < 60; w++) {
      windows.add(window(BEGINNING + 2L * w * SECOND, 0, 0.5));
    }
    choose(
        new ChoiceSettings(
            100, 100, Duration.ofSeconds(6), Duration.ofSeconds(10), 0, Doubt.MARGIN),
        windows);
    List<Long> starts = starts();
    assertThat(starts).hasSizeGreaterThan(5);
    for (int i = 1; i < starts.size(); i++) {
      assertThat(starts.get(i) - starts.get(i - 1)).isGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void whatNobodyCanSayIsNeverAsked() {
    List<Scored> windows = new ArrayList<>();
    for (int w = 0; w < 200; w++) {
      windows.add(unknown(BEGINNING + 2L * w * SECOND));
    }
    choose(
        new ChoiceSettings(100, 4, Duration.ofSeconds(10), Duration.ZERO, 2, Doubt.ENTROPY),
        windows);
    assertThat(chosen).isEmpty();
  }

  @Test
  void theUniformShareIsDrawnByNothingButWhoseAndWhen() {
    ChoiceSettings oneInTen =
        new ChoiceSettings(0, 1, Duration.ofHours(1), Duration.ZERO, 10, Doubt.MARGIN);
    List<Scored> unsure = new ArrayList<>();
    List<Scored> sure = new ArrayList<>();
    for (int w = 0; w < 10_000; w++) {
      unsure.add(window(BEGINNING + 2L * w * SECOND, 0, 0));
      sure.add(window(BEGINNING + 2L * w * SECOND, 1, 1));
    }
    choose(oneInTen, unsure);
    List<Long> drawn = starts();
    chosen.clear();
    choose(oneInTen, sure);
    assertThat(starts()).isEqualTo(drawn);
    assertThat(drawn).hasSizeBetween(900, 1100);
    assertThat(chosen).extracting(Example::reason).containsOnly(Reason.UNIFORM);
  }

  @Test
  void settingsThatCannotBeFollowedAreRefused() {
    assertThatThrownBy(
            () ->
                new ChoiceSettings(
                    40, 4, Duration.ofMillis(1), Duration.ofMinutes(1), 500, Doubt.MARGIN))
        .hasMessage("block is PT0.001S, expected PT1S to PT24H");
  }

  private void choose(ChoiceSettings settings, List<Scored> windows) {
    ExampleChoice choice = new ExampleChoice(settings);
    windows.forEach(window -> choice.add(state, window, chosen::add));
  }

  private List<Long> starts() {
    return chosen.stream()
        .map(example -> (example.scored().prediction().start() - BEGINNING) / SECOND)
        .toList();
  }
}
