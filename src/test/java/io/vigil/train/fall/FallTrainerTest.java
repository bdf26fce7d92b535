package io.vigil.train.fall;

import static io.vigil.train.fall.MadeUpTrials.recordings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModelFile;
import io.vigil.train.TrainingRefused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trains on movements so plain that any model must tell them apart. */
class FallTrainerTest {

  @Test
  void tellsFallsFromBlowsOfSomebodyNew() {
    List<Recording> recordings = recordings(3);
    FallTrainer trainer = new FallTrainer(recordings, FallRecipe.DEFAULT);
    List<FallReport> told = new ArrayList<>();

    FallReport report = trainer.leaveOnePersonOut(Variation.NONE, told::add);
    FallModel model = trainer.train("plain", report);

    assertThat(report.outcomes()).hasSameSizeAs(recordings);
    assertThat(report.sensitivity()).isGreaterThan(0.9);
    assertThat(report.specificity()).isGreaterThan(0.9);
    assertThat(told).hasSize(3);
    assertThat(model.training().people()).containsExactly("P1", "P2", "P3");
    assertThat(FallCard.of(model, report, "Made up.")).contains("plain:1", model.ref().sha256());
  }

  /** Seen red with: a person's own recordings kept in the training. */
  @Test
  void thePersonLeftOutTeachesNothing() {
    List<Recording> recordings = recordings(3);
    FallModel without = new FallTrainer(recordings, FallRecipe.DEFAULT).without("P1");
    List<Recording> others =
        recordings.stream().filter(r -> !r.trial().person().equals("P1")).toList();
    FallModel others2 = new FallTrainer(others, FallRecipe.DEFAULT).without("P1");

    assertThat(FallModelFile.write(without)).isEqualTo(FallModelFile.write(others2));
  }

  @Test
  void trainingAgainGivesTheSameModelAndItCanBeKept() {
    FallReport none = new FallReport(List.of());
    FallModel once = new FallTrainer(recordings(2), FallRecipe.DEFAULT).train("plain", none);
    FallModel again = new FallTrainer(recordings(2), FallRecipe.DEFAULT).train("plain", none);
    String text = FallModelFile.write(once);

    assertThat(FallModelFile.write(again)).isEqualTo(text);
    assertThat(FallModelFile.read(text.getBytes(StandardCharsets.UTF_8)).ref())
        .isEqualTo(once.ref());
  }

  @Test
  void refusesRecordingsThatCannotTeach() {
    assertThatThrownBy(() -> new FallTrainer(recordings(1), FallRecipe.DEFAULT))
        .isInstanceOf(TrainingRefused.class)
        .hasMessageContaining("falls of 1 people, expected falls of 2 people");
  }

  @Test
  void readsTheNamesOfTrials() {
    assertThat(Trial.of("SE06-F11-R02")).isEqualTo(new Trial("SE06-F11-R02", "SE06", "F11", true));
    assertThat(Trial.of("SA01-D14-R01").isFall()).isFalse();
    Trial umafall = Trial.of("UMAFall_Subject_03_Fall_lateralFall_2");
    assertThat(umafall.isFall()).isTrue();
    assertThat(umafall.person()).isEqualTo("UMAFall_Subject_03");
    assertThat(umafall.kind()).isEqualTo("lateralFall");
    assertThat(Trial.of("11")).isEqualTo(new Trial("11", "11", "", false));
  }
}
