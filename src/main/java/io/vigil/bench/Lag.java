package io.vigil.bench;

import java.util.ArrayList;
import java.util.List;

/** How far the job is behind what was due, over time: whether it keeps up shows here first. */
public final class Lag {
  private final List<Double> seconds = new ArrayList<>();
  private final int people;

  public Lag(int people) {
    this.people = people;
  }

  /** Adds a look at it: messages that were due and were not read. */
  public void add(long messages) {
    seconds.add((double) messages / people);
  }

  /** By how many seconds it was behind at the last look. */
  public double last() {
    return seconds.isEmpty() ? 0 : seconds.get(seconds.size() - 1);
  }

  /**
   * By how many seconds it is farther behind in the last third of the looks than in the first, in
   * the middle of each; what is negative, it caught up.
   */
  public double growth() {
    int third = seconds.size() / 3;
    return third == 0
        ? 0
        : median(seconds.subList(seconds.size() - third, seconds.size()))
            - median(seconds.subList(0, third));
  }

  /** By how many seconds it was behind, in the middle of all looks. */
  public double median() {
    return seconds.isEmpty() ? 0 : median(seconds);
  }

  private static double median(List<Double> some) {
    return some.stream().sorted().toList().get(some.size() / 2);
  }
}
