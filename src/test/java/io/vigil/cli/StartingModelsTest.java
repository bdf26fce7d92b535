package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.model.Place;
import io.vigil.publish.VirtualTime;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that starts while its registry cannot be read: there is a file in the folder's place. */
class StartingModelsTest {
  private static final int NEVER = -1;

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private Settings settings;
  private Path registry;

  @BeforeEach
  void takeTheRegistryAway() throws IOException {
    registry = Files.writeString(folder.resolve("registry"), "in its place");
    Path file =
        Files.writeString(
            folder.resolve("vigil.yaml"), "model: {registry: %s}".formatted(registry));
    settings = Settings.read(file, name -> null);
  }

  /** Seen red with: a registry that is asked once. */
  @Test
  void goesOnAsSoonAsItCanBeRead() throws IOException {
    FollowedModels models = starting(3).find(false);

    assertThat(models.hasChampion()).isTrue();
    assertThat(models.registry().orElseThrow().mustAnswerFirst()).isFalse();
    assertThat(said).hasSize(3);
    assertThat(said.get(0))
        .contains(registry.toString(), "cannot be read", "asked once", "again in 5 s");
  }

  /** Seen red with: a job that starts with the model that comes with Vigil, whoever is champion. */
  @Test
  void doesNotStartWhereNobodyCanKnowWhatIsInForce() {
    assertThatThrownBy(() -> starting(NEVER).find(false))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("asked 7 times in 30 s")
        .hasMessageContaining("does not start")
        .hasMessageContaining(registry.toString());
    assertThat(said).hasSize(6);
  }

  /** Seen red with: {@code unread} that throws as without a checkpoint. */
  @Test
  void startsWithWhatACheckpointHas() throws IOException {
    FollowedModels models = starting(NEVER).find(true);

    assertThat(models.registry().orElseThrow().mustAnswerFirst()).isTrue();
    assertThat(models.atStart())
        .singleElement()
        .matches(one -> one.revision() == 0 && one.place().equals(Place.CHAMPION.toString()));
    assertThat(said.get(6)).contains("models of its checkpoint", "score nothing before");
  }

  /** The one that was asked for is in no checkpoint. Seen red with: the shipped one instead. */
  @Test
  void doesNotStartWithAnotherModelThanWasAskedFor() {
    StartingModels starting = starting(NEVER);
    starting.model().model = "forest:7";

    assertThatThrownBy(() -> starting.find(true))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("does not start");
  }

  /**
   * @param waits after how many the registry is there again
   */
  private StartingModels starting(int waits) {
    int[] waited = {0};
    return new StartingModels(
        new ModelOption(),
        settings,
        new VirtualTime(
            () -> {
              if (++waited[0] == waits) {
                bringTheRegistryBack();
              }
              return false;
            }),
        said::add);
  }

  private void bringTheRegistryBack() {
    try {
      Files.delete(registry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
