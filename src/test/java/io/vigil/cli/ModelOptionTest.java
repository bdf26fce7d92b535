package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelOptionTest {
  @TempDir Path folder;

  private final ModelOption option = new ModelOption();

  /** Seen red with: the own registry asked although it is empty. */
  @Test
  void takesTheShippedModelWhileTheOwnRegistryIsMissingOrEmpty() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (Path registry : new Path[] {folder.resolve("missing"), empty}) {
      assertThat(option.artifact(settings(registry)).id().name()).isEqualTo("chest");
      option.model = "chest:1";
      assertThat(option.artifact(settings(registry)).id().reference()).isEqualTo("chest:1");
      option.model = null;
    }
  }

  @Test
  void doesNotTakeItWhereARegistryIsNamedOrHoldsSomething() throws IOException {
    option.registry = folder.toString();
    assertThatThrownBy(() -> option.artifact(Settings.defaults()))
        .isInstanceOf(NoSuchFileException.class);

    option.registry = null;
    assertThatThrownBy(() -> option.artifact(settings(folder)))
        .isInstanceOf(NoSuchFileException.class);
  }

  private Settings settings(Path registry) throws IOException {
    Path file = folder.resolve("vigil.yaml");
    Files.writeString(file, "model:\n  registry: " + registry + "\n");
    return Settings.read(file, name -> null);
  }
}
