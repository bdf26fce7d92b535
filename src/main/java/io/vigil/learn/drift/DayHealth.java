package io.vigil.learn.drift;

import io.vigil.activity.ModelRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one day of everybody lies beside the training of the model that scored it.
 *
 * @param day since the epoch, in UTC
 * @param model which
 * @param participants who were seen
 * @param changed how many of them have days unlike their own before
 * @param windows of all of them
 * @param stability of features, and at last of what was said ({@link Spread#SAID})
 * @param shares of what was said, beside those of training, the unknown at last
 */
public record DayHealth(
    long day,
    ModelRef model,
    int participants,
    int changed,
    long windows,
    List<Stability> stability,
    List<Share> shares) {

  /**
   * How stable one thing is.
   *
   * @param name of a feature, or {@link Spread#SAID}
   * @param index see {@link StabilityIndex}
   * @param limit above it there is drift, given how many people were seen
   */
  public record Stability(String name, double index, double limit) {
    /** Whether it is above the limit. */
    public boolean drifted() {
      return index > limit;
    }
  }

  /**
   * How often an activity was said.
   *
   * @param activity which
   * @param seen share of the day's windows, 0 to 1
   * @param training share of the training windows, 0 to 1
   */
  public record Share(String activity, double seen, double training) {}

  /** Whether there are enough windows to judge by. */
  public boolean judged() {
    return windows >= DayWatch.LEAST_WINDOWS;
  }

  /** What is above its limit, the farthest first; nothing on a day of few windows. */
  public List<Stability> drifted() {
    return judged()
        ? stability.stream()
            .filter(Stability::drifted)
            .sorted(Comparator.comparingDouble((Stability s) -> s.limit() - s.index()))
            .toList()
        : List.of();
  }

  /** The highest index. */
  public Optional<Stability> worst() {
    return stability.stream().max(Comparator.comparingDouble(Stability::index));
  }
}
