package io.vigil.simulate;

import static io.vigil.activity.Activities.STAIRS;
import static io.vigil.activity.Activities.STANDING;
import static io.vigil.activity.Activities.TALKING_WHILE_STANDING;
import static io.vigil.activity.Activities.WALKING;
import static io.vigil.activity.Activities.WALKING_AND_TALKING;
import static io.vigil.activity.Activities.WORKING_AT_COMPUTER;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What people do at work, for how long, and what comes next. */
final class Habits {
  private static final int SHORTEST_SECONDS = 20;
  private static final int SHORTEST_AT_MOST_SECONDS = 40;

  /** What may follow; named twice is twice as likely. */
  private static final Map<String, List<String>> NEXT =
      Map.of(
          WORKING_AT_COMPUTER, List.of(STANDING, STANDING, TALKING_WHILE_STANDING, WALKING),
          STANDING, List.of(WALKING, WALKING, TALKING_WHILE_STANDING, WORKING_AT_COMPUTER),
          WALKING, List.of(STAIRS, STAIRS, WALKING_AND_TALKING, STANDING, WORKING_AT_COMPUTER),
          STAIRS, List.of(WALKING, WALKING, STANDING),
          WALKING_AND_TALKING, List.of(TALKING_WHILE_STANDING, WALKING, STAIRS),
          TALKING_WHILE_STANDING,
              List.of(WALKING_AND_TALKING, STANDING, WALKING, WORKING_AT_COMPUTER));

  /** Minutes of a working day, least and most. */
  private static final Map<String, int[]> MINUTES =
      Map.of(
          WORKING_AT_COMPUTER, new int[] {20, 80},
          STANDING, new int[] {5, 25},
          WALKING, new int[] {10, 40},
          STAIRS, new int[] {2, 16},
          WALKING_AND_TALKING, new int[] {7, 30},
          TALKING_WHILE_STANDING, new int[] {8, 40});

  private Habits() {}

  static String after(String activity, SplittableRandom random) {
    List<String> choice = NEXT.get(activity);
    return choice.get(random.nextInt(choice.size()));
  }

  /** How long it takes in a day that is shortened by this much; at least some 20 s. */
  static int seconds(String activity, double compress, SplittableRandom random) {
    int[] range = MINUTES.get(activity);
    double asLong = 60 * random.nextDouble(range[0], range[1]) / compress;
    int atLeast = random.nextInt(SHORTEST_SECONDS, SHORTEST_AT_MOST_SECONDS);
    return (int) Math.max(atLeast, asLong);
  }

  static Motion motion(String activity, Person person, long seed) {
    return switch (activity) {
      case WORKING_AT_COMPUTER ->
          new Stillness(StillStyle.AT_COMPUTER, person.sitting(), person.fidget(), seed);
      case STANDING -> new Stillness(StillStyle.STANDING, person.standing(), person.fidget(), seed);
      case TALKING_WHILE_STANDING ->
          new Stillness(StillStyle.TALKING, person.talking(), person.fidget(), seed);
      case WALKING -> new Gait(GaitStyle.WALKING, person, seed);
      case STAIRS -> new Gait(GaitStyle.STAIRS, person, seed);
      case WALKING_AND_TALKING -> new Gait(GaitStyle.WALKING_AND_TALKING, person, seed);
      default -> throw new IllegalArgumentException("No motion is known for " + activity);
    };
  }
}
