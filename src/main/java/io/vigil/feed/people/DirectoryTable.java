package io.vigil.feed.people;

import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.ListKind;
import io.vigil.settings.Reading;
import io.vigil.settings.Setting;
import io.vigil.settings.Table;
import io.vigil.settings.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a directory can say. */
final class DirectoryTable {
  private static final int MOST_CAREGIVERS = 100;

  static final Setting<String> NAME =
      Setting.required(
          "people.*.name",
          new ShortTextKind("a name", 100),
          "What the person is called on the page; shown as it is written, never as markup.");

  static final Setting<Texts> CAREGIVERS =
      Setting.optional(
          "people.*.caregivers",
          new ListKind(
              new ShortTextKind("a subject of the identity provider", 255), MOST_CAREGIVERS),
          "Who may see the person and answer their alerts: the `sub` of each caregiver's tokens.");

  static final Setting<String> PHONE =
      Setting.optional(
          "people.*.phone", new ShortTextKind("a number", 40), "Where the person can be called.");

  static final Table TABLE =
      new Table("directory entry", "docs/directory.md", List.of(NAME, CAREGIVERS, PHONE));

  static Directory read(String file, String text, Pseudonyms pseudonyms) {
    Reading reading = TABLE.read(file, text, name -> null);
    if (reading.names().isEmpty()) {
      // A file that is being written is empty for a moment; nobody may lose sight of their people
      // by it.
      reading.problem("people", "people is missing; expected at least one person");
    }
    Map<String, Person> people = new HashMap<>();
    for (String id : new TreeSet<>(reading.names())) {
      if (people.put(Directory.storedName(id, pseudonyms), person(reading, id)) != null) {
        reading.problem(
            "people." + id,
            "people.%s is here a second time, by its pseudonym; expected each person once"
                .formatted(id));
      }
    }
    reading.throwIfAny();
    return new Directory(people);
  }

  private static Person person(Reading reading, String id) {
    return new Person(
        reading.values().find(NAME, id).orElseThrow(),
        reading.values().find(CAREGIVERS, id).map(who -> Set.copyOf(who.texts())).orElse(Set.of()),
        reading.values().find(PHONE, id));
  }

  private DirectoryTable() {}
}
