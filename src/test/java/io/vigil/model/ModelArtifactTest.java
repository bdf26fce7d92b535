package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.feature.FeatureSchema;
import io.vigil.train.SyntheticWindows;
import io.vigil.train.TrainedModels;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelArtifactTest {
  private final ModelArtifact artifact = TrainedModels.forest(1, 5, 20);

  @Test
  void readsBackTheBytesItWrote() {
    ModelArtifact read = ModelArtifact.read(artifact.toBytes());
    assertThat(read.toBytes()).isEqualTo(artifact.toBytes());
    assertThat(read.id()).isEqualTo(artifact.id());
    assertThat(read.createdAt()).isEqualTo(TrainedModels.NOON);
    assertThat(read.manifest().recipe()).isEqualTo(artifact.manifest().recipe());
    assertThat(read.manifest().recipe().smileVersion()).isEqualTo("3.1.1");
  }

  @Test
  void theHashIsOfTheTrainingAndNotOfNameVersionOrDate() {
    assertThat(artifact.as("other-name", 3).id().sha256()).isEqualTo(artifact.id().sha256());
    assertThat(Model.read(artifact.as("other-name", 3).toBytes()).id().reference())
        .isEqualTo("other-name:3");
  }

  @Test
  void anotherFormatVersionIsNamed() {
    byte[] bytes = artifact.toBytes();
    ByteBuffer.wrap(bytes).putInt(8, 3);
    assertThatThrownBy(() -> ModelArtifact.read(bytes))
        .isInstanceOf(ModelRefused.class)
        .hasMessage("The file has format version 3, expected 1 or 2");
  }

  @Test
  void whatIsNoModelIsNamedWithItsFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "Dear diary, today I walked.");
    assertThatThrownBy(() -> Model.read(file))
        .isInstanceOf(ModelRefused.class)
        .hasMessage(file + ": The file is no model: expected it to start with VIGILMDL");
  }

  @Test
  void anotherFeatureSchemaIsRefusedWithBothHashes() {
    FeatureSchema mine = SyntheticWindows.schema();
    FeatureSchema other =
        new FeatureSchema(
            mine.version() + 1, mine.rateHz(), mine.windowMillis(), mine.hopMillis(), mine.names());
    Model model = Model.load(artifact);
    assertThat(model.expecting(mine)).isSameAs(model);
    assertThatThrownBy(() -> model.expecting(other))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining(mine.hash().substring(0, 12))
        .hasMessageContaining(other.hash().substring(0, 12));
  }

  // Seen red with: the comparison of Model.load() replaced by one within 0.01.
  @Test
  void aGoldenAnswerThatDiffersInTheLastBitIsRefused() {
    Manifest m = artifact.manifest();
    m.goldenVectors().get(3).probabilities()[0] =
        Math.nextUp(m.goldenVectors().get(3).probabilities()[0]);
    assertThatThrownBy(() -> Model.load(artifact))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("golden vector 3");
  }

  @Test
  void neverOverwritesAFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.vigil-model");
    artifact.write(file);
    assertThatThrownBy(() -> artifact.write(file))
        .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);
    assertThat(Model.read(file).id()).isEqualTo(artifact.id());
  }
}
