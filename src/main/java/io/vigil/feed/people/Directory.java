package io.vigil.feed.people;

import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.RefusedSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * People by the names under which stores know them. It never changes: a changed file is another
 * one.
 */
public final class Directory {
  /** Nobody has another name than their id. */
  public static final Directory EMPTY = new Directory(Map.of());

  private static final Pattern PSEUDONYM = Pattern.compile("p-[0-9a-v]{26}");

  private final Map<String, Person> people;
  private final Map<String, Set<String>> peopleOf;

  Directory(Map<String, Person> people) {
    this.people = Map.copyOf(people);
    Map<String, Set<String>> theirs = new HashMap<>();
    people.forEach(
        (id, person) ->
            person
                .caregivers()
                .forEach(
                    subject -> theirs.computeIfAbsent(subject, anew -> new HashSet<>()).add(id)));
    theirs.replaceAll((subject, ids) -> Set.copyOf(ids));
    this.peopleOf = Map.copyOf(theirs);
  }

  /**
   * Reads one.
   *
   * @param file its name, for messages
   * @param pseudonyms under which stores know participants; ids in the file are brought to them
   * @throws RefusedSettings with every problem there is, each with its line and path
   */
  public static Directory read(String file, String text, Pseudonyms pseudonyms) {
    return DirectoryTable.read(file, text, pseudonyms);
  }

  /**
   * The name under which stores know a participant; a pseudonym is one already.
   *
   * @param id as sensors send it, or a pseudonym
   */
  public static String storedName(String id, Pseudonyms pseudonyms) {
    return PSEUDONYM.matcher(id).matches() ? id : pseudonyms.of(id);
  }

  /** The display name of a participant, plain text; the id itself where none is known. */
  public String nameOf(String participantId) {
    return find(participantId).map(Person::name).orElse(participantId);
  }

  /** What is known of a participant. */
  public Optional<Person> find(String participantId) {
    return Optional.ofNullable(people.get(participantId));
  }

  /** The participants of a caregiver. */
  public Set<String> peopleOf(String subject) {
    return peopleOf.getOrDefault(subject, Set.of());
  }

  /** All participants in the directory. */
  public Set<String> participants() {
    return people.keySet();
  }

  @Override
  public String toString() {
    return "a directory of " + people.size() + " people";
  }
}
