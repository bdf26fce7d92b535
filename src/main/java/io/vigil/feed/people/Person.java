package io.vigil.feed.people;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody who is watched over, as the directory has them.
 *
 * @param name plain text to be shown, and never markup
 * @param caregivers the subjects, as the identity provider calls them, whose they are
 * @param phone where they can be called
 */
public record Person(String name, Set<String> caregivers, Optional<String> phone) {

  public Person {
    caregivers = Set.copyOf(caregivers);
  }

  /** Names are for the page alone, so nothing that prints a person shows who it is. */
  @Override
  public String toString() {
    return "a person of " + caregivers.size() + " caregivers";
  }
}
