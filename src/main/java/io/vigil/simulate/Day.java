package io.vigil.simulate;

import io.vigil.activity.Activities;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One person's day: stretches without a hole between them, and the motion through all of them. */
final class Day implements Motion {
  /** Nobody falls for this. */
  static final int NO_FALL = Integer.MAX_VALUE;

  private static final int SHORTEST_SECONDS = 20;
  private static final int PUTTING_ON_LEAST_SECONDS = 8;
  private static final int PUTTING_ON_MOST_SECONDS = 20;

  private final List<Stretch> stretches = new ArrayList<>();
  private final Person person;
  private final SplittableRandom random;
  private final int seconds;

  /**
   * Plans a day.
   *
   * @param seconds its length
   * @param compress by how much it is shortened
   * @param fallFrom the second from which on the wearer falls as soon as standing or walking, or
   *     {@link #NO_FALL}
   */
  Day(Person person, int seconds, double compress, int fallFrom) {
    this.person = person;
    this.random = new SplittableRandom(person.seed() + 1);
    this.seconds = seconds;
    putOn();
    int fall = fallFrom;
    String activity = Activities.WORKING_AT_COMPUTER;
    while (end() < seconds) {
      int length = Habits.seconds(activity, compress, random);
      // What comes before a fall ends with it.
      add(activity, Math.min(length, Math.max(fall - end(), SHORTEST_SECONDS)));
      boolean due = end() >= fall;
      if (due && !activity.equals(Activities.WORKING_AT_COMPUTER)) {
        fall();
        fall = NO_FALL;
      }
      activity = due ? Activities.STANDING : Habits.after(activity, random);
    }
  }

  List<Stretch> stretches() {
    return stretches;
  }

  /** What the person does in that second. */
  String activity(int second) {
    return stretches.get(index(second)).activity();
  }

  @Override
  public Acceleration at(double at) {
    int index = index(at);
    Stretch stretch = stretches.get(index);
    return stretch.at(at, index == 0 ? stretch : stretches.get(index - 1));
  }

  private int index(double at) {
    int low = 0;
    int high = stretches.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (stretches.get(middle).start() <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private void putOn() {
    int end = random.nextInt(PUTTING_ON_LEAST_SECONDS, PUTTING_ON_MOST_SECONDS);
    double knock = random.nextInt(2, end - 2) + 0.5;
    stretches.add(new Stretch("", 0, end, new PuttingOn(knock, random.nextLong())));
  }

  private void add(String activity, int length) {
    int start = end();
    int left = seconds - start - length;
    // What would be left over is too short to be a stretch of its own.
    int end = left < 10 ? seconds : start + length;
    stretches.add(
        new Stretch(activity, start, end, Habits.motion(activity, person, random.nextLong())));
  }

  private void fall() {
    int start = end();
    boolean getsUp = random.nextBoolean();
    double impact = start + random.nextDouble(3, 4);
    double lies = getsUp ? random.nextDouble(8, 20) : random.nextDouble(50, 90);
    double up = getsUp ? impact + lies : Double.POSITIVE_INFINITY;
    int end = (int) Math.ceil(impact + lies + (getsUp ? Fall.GETTING_UP_SECONDS : 0));
    Tilt ground =
        Tilt.degrees(
            random.nextDouble(75, 100) * (random.nextBoolean() ? 1 : -1),
            random.nextDouble(-20, 20));
    Motion lying = new Stillness(StillStyle.LYING, ground, 1, random.nextLong());
    Motion fall =
        new Fall(
            stretches.get(stretches.size() - 1).motion(),
            lying,
            impact,
            random.nextDouble(2.4, 3.8),
            random.nextDouble(0.3, 0.5),
            up);
    stretches.add(new Stretch("", start, Math.min(end, seconds), fall));
  }

  private int end() {
    return stretches.isEmpty() ? 0 : stretches.get(stretches.size() - 1).end();
  }
}
