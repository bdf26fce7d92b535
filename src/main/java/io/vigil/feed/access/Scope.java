package io.vigil.feed.access;

import io.vigil.feed.web.Refusal;
import java.util.Arrays;

/** What somebody may see, asked where it is about to be shown. */
public final class Scope {

  /**
   * Refuses a participant who is not the viewer's, in the words in which one who does not exist is
   * refused: who else is watched over is nobody's business.
   *
   * @throws Refusal (404) where they are not
   */
  public static void person(Viewer viewer, String participantId) {
    if (!viewer.maySee(participantId)) {
      throw unknownPerson();
    }
  }

  /** The answer where there is no such person, for this viewer. */
  public static Refusal unknownPerson() {
    return new Refusal(404, "There is no such person among those that you may see");
  }

  /**
   * Refuses whoever is none of these; that such pages exist is no secret.
   *
   * @throws Refusal (403) where they are not
   */
  public static void role(Viewer viewer, Role... roles) {
    for (Role role : roles) {
      if (viewer.is(role)) {
        return;
      }
    }
    throw new Refusal(
        403, "This is for others; expected one of the roles " + Arrays.toString(roles));
  }

  private Scope() {}
}
