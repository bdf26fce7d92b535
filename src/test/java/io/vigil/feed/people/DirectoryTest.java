package io.vigil.feed.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.RefusedSettings;
import io.vigil.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private static final Path PAGE =
      Path.of(System.getProperty("vigil.home", "."), "docs", "directory.md");
  private static final String TWO =
      """
      people:
        anna: {name: Anna Karlsson, caregivers: [carl, dora], phone: +46 8 123 456}
        bert: {name: Bert, caregivers: carl}
      """;

  @Test
  void everybodyHasANameAndCaregivers() {
    Directory directory = read(TWO, Pseudonyms.NONE);
    assertThat(directory.nameOf("anna")).isEqualTo("Anna Karlsson");
    assertThat(directory.find("anna"))
        .contains(
            new Person("Anna Karlsson", Set.of("carl", "dora"), Optional.of("+46 8 123 456")));
    assertThat(directory.peopleOf("carl")).containsExactlyInAnyOrder("anna", "bert");
    assertThat(directory.peopleOf("dora")).containsExactly("anna");
    assertThat(directory.peopleOf("mallory")).isEmpty();
    assertThat(directory.nameOf("unknown")).isEqualTo("unknown");
  }

  /** Stores and directory must meet. Seen red with: ids kept as they stand in the file. */
  @Test
  void idsAreBroughtToThePseudonymsOfTheStores() {
    Pseudonyms pseudonyms = Pseudonyms.by(Secret.of("0123456789abcdef"));
    String anna = pseudonyms.of("anna");
    Directory directory = read(TWO, pseudonyms);
    assertThat(directory.nameOf(anna)).isEqualTo("Anna Karlsson");
    assertThat(directory.peopleOf("dora")).containsExactly(anna);
    assertThat(directory.find("anna")).isEmpty();
  }

  @Test
  void pseudonymsMayStandInTheFileThemselves() {
    Pseudonyms pseudonyms = Pseudonyms.by(Secret.of("0123456789abcdef"));
    String anna = pseudonyms.of("anna");
    assertThat(read("people: {" + anna + ": {name: Anna}}", pseudonyms).nameOf(anna))
        .isEqualTo("Anna");
    assertThatThrownBy(
            () -> read("people:\n  anna: {name: A}\n  " + anna + ": {name: B}", pseudonyms))
        .isInstanceOf(RefusedSettings.class)
        .hasMessageContaining("people.yaml line 3: people." + anna + " is here a second time");
  }

  @Test
  void markupInANameIsText() {
    String name = "<script>alert('x')</script> & \"Ann\"";
    assertThat(
            read("people: {anna: {name: \"" + name.replace("\"", "\\\"") + "\"}}").nameOf("anna"))
        .isEqualTo(name);
  }

  @Test
  void everyFaultIsToldWithLineAndPath() {
    String text =
        """
        people:
          anna: {nam: Anna}
          bert:
            name: ""
          cleo: {name: Cleo, caregivers: [carl, carl]}
          dirk: {name: "turned \\u202E around"}
          emma: {name: %s}
        persons: {}
        """
            .formatted("e".repeat(101));
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(RefusedSettings.class)
        .hasMessageContaining(
            "people.yaml line 2: people.anna.nam is not a directory entry; did you mean people.anna.name?")
        .hasMessageContaining("people.yaml line 2: people.anna.name is missing; expected a name")
        .hasMessageContaining("people.yaml line 4: people.bert.name: '' is empty")
        .hasMessageContaining(
            "line 5: people.cleo.caregivers: '[carl, carl]' has one of them twice")
        .hasMessageContaining("line 6: people.dirk.name: ")
        .hasMessageContaining("line 7: people.emma.name: ")
        .hasMessageContaining("line 8: persons is not a directory entry");
  }

  @Test
  void anEmptyFileIsNoDirectory() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("people is missing");
  }

  @Test
  void nothingThatPrintsADirectoryShowsNames() {
    Directory directory = read(TWO);
    assertThat(directory + " " + directory.find("anna")).doesNotContain("Anna", "carl", "46 8");
  }

  /** Seen red with: a word changed in a description. */
  @Test
  void pageIsThatOfTheTable() throws IOException {
    if (Boolean.getBoolean("vigil.regenerate")) {
      Files.writeString(PAGE, DirectoryPage.markdown());
    }
    assertThat(Files.readString(PAGE))
        .as(
            "docs/directory.md is stale; run:"
                + " ./mvnw test -Dtest=DirectoryTest -Dvigil.regenerate=true")
        .isEqualTo(DirectoryPage.markdown());
  }

  private static Directory read(String text) {
    return read(text, Pseudonyms.NONE);
  }

  private static Directory read(String text, Pseudonyms pseudonyms) {
    return Directory.read("people.yaml", text, pseudonyms);
  }
}
