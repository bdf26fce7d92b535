package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.train.SyntheticWindows;
import io.vigil.train.TrainedModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingProfileTest {
  private static final ModelArtifact ARTIFACT = TrainedModels.forest(1, 5, 20);

  @Test
  void countsEveryWindowOfTraining() {
    TrainingProfile profile = ModelArtifact.read(ARTIFACT.toBytes()).manifest().profile();
    assertThat(profile.people()).isEqualTo(3);
    assertThat(Arrays.stream(profile.said()).sum()).isEqualTo(3 * 5 * 20);
    assertThat(profile.features()).hasSize(SyntheticWindows.FEATURES);
    for (FeatureProfile feature : profile.features()) {
      assertThat(feature.bins()).isEqualTo(10);
      assertThat(Arrays.stream(feature.windows()).flatMapToInt(Arrays::stream).sum())
          .isEqualTo(300);
      assertThat(feature.onePerson()).isPositive();
    }
  }

  // Seen red with: a profile of nobody written as such.
  @Test
  void aManifestFromBeforeThereWereProfilesReadsAndKeepsItsBytes() throws IOException {
    Path models = Path.of(System.getProperty("vigil.home", ".")).resolve("models");
    byte[] shipped = new Registry(models).resolve(Registry.CHAMPION).bytes();
    ModelArtifact read = ModelArtifact.read(shipped);
    byte[] again = Sections.of(read.toBytes()).manifest();
    assertThat(again).isEqualTo(Sections.of(shipped).manifest());
    Sections sections = Sections.of(ARTIFACT.toBytes());
    String manifest = new String(sections.manifest(), StandardCharsets.UTF_8);
    String before = manifest.substring(0, manifest.indexOf(",\"profile\"")) + "}";
    ModelArtifact old =
        ModelArtifact.read(sections.withManifest(before.getBytes(StandardCharsets.UTF_8)).sealed());
    assertThat(old.manifest().profile().isNone()).isTrue();
    assertThat(Sections.of(old.toBytes()).manifest()).asString().isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\":\"f0\" | \"name\":\"f9\" | a feature of the schema",
        "\"name\":\"f0\" | \"name\":\"f1\" | each once",
        "\"edges\":[ | \"edges\":[9e99, | that ascend",
        "\"windows\":[[ | \"windows\":[[-1, | counts from 0 up",
        "\"windows\":[[ | \"windows\":[[7, | counts from 0 up",
        "\"windows\":[[ | \"windows\":[[1],[ | counts from 0 up",
        "\"people\":3 | \"people\":0 | expected none",
        "\"said\":[ | \"said\":[3, | classes and the unknown",
        "\"onePerson\": | \"onePerson\":-1 | from 0 up"
      })
  void whatCannotBeCountedByIsRefused(String from, String to, String words) {
    Sections sections = Sections.of(ARTIFACT.toBytes());
    String manifest = new String(sections.manifest(), StandardCharsets.UTF_8);
    int profile = manifest.indexOf("\"profile\"");
    String changed =
        manifest.substring(0, profile)
            + manifest.substring(profile).replaceFirst(java.util.regex.Pattern.quote(from), to);
    assertThat(changed).isNotEqualTo(manifest);
    byte[] sealed = sections.withManifest(changed.getBytes(StandardCharsets.UTF_8)).sealed();
    assertThatThrownBy(() -> ModelArtifact.read(sealed))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining(words);
  }
}
