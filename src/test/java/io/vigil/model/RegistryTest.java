package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.train.TrainedModels;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
  private static final ModelArtifact FIRST = TrainedModels.forest(1, 3, 12);
  private static final ModelArtifact SECOND = TrainedModels.forest(2, 3, 12);

  @TempDir Path folder;
  private Registry registry;

  @BeforeEach
  void open() {
    registry = new Registry(folder);
  }

  @Test
  void anEmptyOneHasNothing() throws IOException {
    assertThat(new Registry(folder.resolve("none")).list().entries()).isEmpty();
    assertThatThrownBy(() -> registry.resolve("champion"))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("expected an alias");
  }

  @Test
  void versionsCountUpWithinAName() throws IOException {
    registry.add("walk", FIRST, artifact -> "card");
    Registry.Entry second = registry.add("walk", SECOND, artifact -> "card");
    registry.add("stairs", FIRST, artifact -> "card");
    assertThat(second.artifact().id().reference()).isEqualTo("walk:2");
    assertThat(registry.list().entries())
        .extracting(e -> e.artifact().id().reference())
        .containsExactly("stairs:1", "walk:1", "walk:2");
    assertThat(second.path()).isEqualTo(folder.resolve("walk/2/model.vigil-model"));
    assertThat(folder.resolve("walk/2/card.md")).hasContent("card");
    assertThat(folder.resolve("walk/2/manifest.json")).content().contains("\"sha256\" : ");
  }

  // Seen red with: the folder of the version deleted before the move.
  @Test
  void aVersionNeverChanges() throws IOException {
    Registry.Entry first = registry.add("walk", FIRST, artifact -> "card");
    assertThatThrownBy(() -> registry.add(SECOND.as("walk", 1), "card"))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("a version never changes");
    assertThat(Model.read(first.path()).id().sha256()).isEqualTo(FIRST.id().sha256());
    try (Stream<Path> left = Files.list(folder.resolve("walk"))) {
      assertThat(left).containsExactly(folder.resolve("walk/1"));
    }
  }

  @Test
  void resolvesNamesVersionsAliasesAndPaths() throws IOException {
    Path one = registry.add("walk", FIRST, artifact -> "card").path();
    Path two = registry.add("walk", SECOND, artifact -> "card").path();
    registry.promote(Registry.CHAMPION, "walk:1");
    assertThat(registry.resolve("walk")).isEqualTo(two);
    assertThat(registry.resolve("walk:1")).isEqualTo(one);
    assertThat(registry.resolve("champion")).isEqualTo(one);
    assertThat(registry.resolve(two.toString())).isEqualTo(two);
    assertThat(registry.load("champion").id().sha256()).isEqualTo(FIRST.id().sha256());
    for (String none : List.of("walk:3", "walk:01", "run", "../walk", ".", "", "walk:x", ":")) {
      assertThatThrownBy(() -> registry.resolve(none)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aNewChampionMakesTheOldOnePreviousAndRollingBackReturnsToIt() throws IOException {
    registry.add("walk", FIRST, artifact -> "card");
    registry.add("walk", SECOND, artifact -> "card");
    registry.promote(Registry.CHAMPION, "walk:1");
    registry.promote(Registry.CHAMPION, "walk:2");
    assertThat(aliases("walk:1")).containsExactly(Registry.PREVIOUS);
    assertThat(aliases("walk:2")).containsExactly(Registry.CHAMPION);
    registry.rollBack();
    assertThat(aliases("walk:1")).containsExactly(Registry.CHAMPION);
    assertThat(aliases("walk:2")).containsExactly(Registry.PREVIOUS);
  }

  @Test
  void anAlteredModelIsListedAsRefusedAndNeverPromoted() throws IOException {
    Path file = registry.add("walk", FIRST, artifact -> "card").path();
    registry.add("walk", SECOND, artifact -> "card");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Registry.Listing listing = registry.list();
    assertThat(listing.entries()).hasSize(1);
    assertThat(listing.refused()).hasSize(1);
    assertThat(listing.refused().get(0)).hasMessageContaining(file.toString());
    assertThatThrownBy(() -> registry.promote(Registry.CHAMPION, "walk:1"))
        .isInstanceOf(ModelRefused.class);
  }

  @Test
  void brokenAliasesAreNamedWithTheirFile() throws IOException {
    Files.writeString(folder.resolve("aliases.json"), "[1");
    assertThatThrownBy(() -> registry.resolve("champion"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("aliases.json");
  }

  @Test
  void anAliasIsNoName() {
    assertThatThrownBy(() -> registry.add("champion", FIRST, artifact -> "card"))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("that is an alias");
  }

  private List<String> aliases(String reference) throws IOException {
    return registry.list().entries().stream()
        .filter(e -> e.artifact().id().reference().equals(reference))
        .findFirst()
        .orElseThrow()
        .aliases();
  }
}
