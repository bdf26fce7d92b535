package io.vigil.settings;

import java.time.Duration;
import java.util.List;

/** What can be set of the choice of windows that are kept to learn from or asked about. */
final class ReviewSettings {
  static final Setting<Integer> PER_DAY =
      Setting.of(
          "review.perDay",
          new WholeKind(0, 10_000),
          "40",
          "How many windows of a participant and day (UTC) are asked about at most because the model is unsure; 0 for none.");

  static final Setting<Duration> BLOCK =
      Setting.of(
          "review.block",
          new DurationKind(Duration.ofSeconds(1), Duration.ofDays(1)),
          "36 min",
          "Windows of so much time compete with each other; they are asked about when it is over.");

  static final Setting<Integer> PER_BLOCK =
      Setting.of(
          "review.perBlock",
          new WholeKind(1, 100),
          "1",
          "How many of them are asked about at most, so that the day's questions are spread over the day.");

  static final Setting<Integer> UNIFORM_ONE_IN =
      Setting.of(
          "review.uniformOneIn",
          new WholeKind(0, 1_000_000_000),
          "500",
          "One in so many windows is asked about by chance, to see how good the model really is; 0 for none.");

  static final Setting<String> DOUBT =
      Setting.of(
          "review.doubt",
          new ChoiceKind("margin", "entropy"),
          "margin",
          "What is unsure: two activities that are close, or no activity that stands out.");

  static final List<Setting<?>> ALL = List.of(PER_DAY, BLOCK, PER_BLOCK, UNIFORM_ONE_IN, DOUBT);

  static Settings.Review review(Values values) {
    return new Settings.Review(
        values.get(PER_DAY),
        values.get(BLOCK),
        values.get(PER_BLOCK),
        values.get(UNIFORM_ONE_IN),
        values.get(DOUBT));
  }

  private ReviewSettings() {}
}
