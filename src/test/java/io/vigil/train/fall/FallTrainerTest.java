package io.vigil.train.fall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModelFile;
import io.vigil.sensor.SampleBatch;
import io.vigil.train.TrainingRefused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
    assertThat(FallCard.of(model, report)).contains("plain:1", model.ref().sha256());
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

  private static List<Recording> recordings(int people) {
    List<Recording> recordings = new ArrayList<>();
    for (int person = 1; person <= people; person++) {
      for (int repetition = 1; repetition <= 12; repetition++) {
        for (String kind : List.of("F01", "D01")) {
          String id = "P%d-%s-R%02d".formatted(person, kind, repetition);
          recordings.add(new Recording(Trial.of(id), blow(id, kind.equals("F01"))));
        }
      }
    }
    return recordings;
  }

  /** Stands for 5 s, takes a blow, stands or lies for 5 s. */
  private static SampleBatch blow(String id, boolean fall) {
    Random random = new Random(id.hashCode());
    double peak = 2 + random.nextDouble();
    int size = 500;
    long[] times = new long[size];
    short[][] axes = new short[3][size];
    for (int i = 0; i < size; i++) {
      times[i] = 1_767_603_600_000_000L + i * 20_000L;
      boolean lies = fall && i > 250;
      double weight = i > 250 && i < 256 ? peak : 1;
      double[] g = {0, lies ? 0.1 : 1, lies ? 0.99 : 0.1};
      for (int axis = 0; axis < 3; axis++) {
        double noisy = g[axis] * weight + 0.02 * random.nextGaussian();
        axes[axis][i] = (short) Math.rint(noisy * SampleBatch.PER_G);
      }
    }
    return new SampleBatch(id, times, axes[0], axes[1], axes[2], "");
  }
}
