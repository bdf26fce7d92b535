package io.vigil.alert;

import java.time.Duration;
import java.util.Set;

/**
 * The rules that hold for one participant. docs/rules.md says what each does.
 *
 * @param version of the set they are from
 * @param paused types of which nothing new is raised
 * @param schedule of the participant's days
 * @param inactivity when stillness is too long
 * @param silence when a sensor has been silent for too long
 * @param unusualDay when a day is unlike others
 * @param signal when samples cannot be relied on
 * @param handling how raised alerts are handled
 */
public record Rules(
    int version,
    Set<AlertType> paused,
    Schedule schedule,
    Inactivity inactivity,
    Silence silence,
    UnusualDay unusualDay,
    Signal signal,
    Handling handling) {

  /**
   * When stillness is too long.
   *
   * @param movementG what a half second's standard deviation must exceed to be movement, in g
   * @param byDay how long somebody may be still by day
   * @param atRest the same in a time of rest
   * @param atNight the same at night
   * @param afterWalking the same by day, straight after walking or climbing stairs
   */
  public record Inactivity(
      double movementG, Duration byDay, Duration atRest, Duration atNight, Duration afterWalking) {}

  /**
   * When a sensor has been silent for too long.
   *
   * @param after how long no sample may come
   */
  public record Silence(Duration after) {}

  /**
   * When a day is unlike others.
   *
   * @param days of history that are needed
   * @param deviations from the median, in robust standard deviations, that are unusual
   * @param least difference from the median that counts
   * @param worn the least time that a day must have been observed
   */
  public record UnusualDay(int days, double deviations, Duration least, Duration worn) {}

  /**
   * When samples cannot be relied on.
   *
   * @param after for how long they must have been bad
   */
  public record Signal(Duration after) {}

  public Rules {
    paused = Set.copyOf(paused);
  }

  /** Whether nothing new of this type is raised. */
  public boolean paused(AlertType type) {
    return paused.contains(type);
  }

  /** What an alert of this type names as its rule. */
  public RuleRef ref(AlertType type) {
    return new RuleRef(type.title(), version);
  }
}
