package io.vigil.feed.access.oidc;

import io.vigil.feed.access.Role;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.people.Directory;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Somebody as a token has them.
 *
 * @param subject as the provider calls them
 * @param roles that the token gives them
 * @param people that the token gives them, by the names of the stores
 * @param until when the token ends
 */
record Identity(String subject, Set<Role> roles, Set<String> people, Instant until) {

  Identity {
    roles = Set.copyOf(roles);
    people = Set.copyOf(people);
  }

  /**
   * What they may see by what a directory says now. Whoever it names as a caregiver is one, so that
   * a provider without roles will do.
   */
  Viewer by(Directory directory) {
    Set<String> all = new HashSet<>(people);
    Set<Role> are = EnumSet.noneOf(Role.class);
    are.addAll(roles);
    if (all.addAll(directory.peopleOf(subject))) {
      are.add(Role.CAREGIVER);
    }
    return new Viewer(subject, are, all, until);
  }
}
