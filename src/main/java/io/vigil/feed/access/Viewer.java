package io.vigil.feed.access;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who is let in.
 *
 * @param subject who, as the identity provider calls them; the actor of their commands
 * @param roles what they are
 * @param people the participants who are theirs, for a caregiver
 * @param until when they must show anew who they are
 */
public record Viewer(String subject, Set<Role> roles, Set<String> people, Instant until) {

  public Viewer {
    roles = Set.copyOf(roles);
    people = Set.copyOf(people);
  }

  /** Whether they may see a participant's alerts and days. */
  public boolean maySee(String participantId) {
    return is(Role.ADMIN) || is(Role.CAREGIVER) && people.contains(participantId);
  }

  /** Whether they may see what concerns the job and no participant. */
  public boolean maySeeTechnical() {
    return is(Role.ADMIN) || is(Role.OPERATOR);
  }

  /** Whether they are something. */
  public boolean is(Role role) {
    return roles.contains(role);
  }
}
