package io.vigil.activity;

import java.util.List;

/** The names of the activities of UCI data set 287, in the order of its labels 1 to 7. */
public final class Activities {
  public static final String WORKING_AT_COMPUTER = "WorkingAtComputer";
  public static final String STANDING_UP_WALKING_STAIRS = "StandingUpWalkingStairs";
  public static final String STANDING = "Standing";
  public static final String WALKING = "Walking";
  public static final String STAIRS = "Stairs";
  public static final String WALKING_AND_TALKING = "WalkingAndTalking";
  public static final String TALKING_WHILE_STANDING = "TalkingWhileStanding";

  /** Labels 1 to 7 at the places 0 to 6. */
  public static final List<String> BY_LABEL =
      List.of(
          WORKING_AT_COMPUTER,
          STANDING_UP_WALKING_STAIRS,
          STANDING,
          WALKING,
          STAIRS,
          WALKING_AND_TALKING,
          TALKING_WHILE_STANDING);

  /** Said of a window that nothing can be concluded from; no class of any model. */
  public static final String UNKNOWN = "unknown";

  private Activities() {}
}
