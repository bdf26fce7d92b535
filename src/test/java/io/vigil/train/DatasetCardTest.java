package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.activity.Activities;
import io.vigil.activity.ClassScheme;
import io.vigil.feature.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetCardTest {

  @Test
  void saysWhoHowMuchWhichLabelsAndOfWhichFiles() {
    List<FeatureVector> windows = new ArrayList<>();
    // Windows of 2 s every second: an hour and a second.
    for (int second = 0; second < 3600; second++) {
      windows.add(window("p1", second, second < 1800 ? Activities.WALKING : Activities.STANDING));
    }
    windows.add(window("p2", 0, Activities.WALKING));
    windows.add(window("p2", 100, ""));
    windows.add(window("p3", 0, Activities.WALKING));
    DatasetCard card =
        DatasetCard.of(
            Dataset.of(windows, ClassScheme.FIVE, List.of(List.of("p2", "p3"))),
            List.of(new DatasetCard.SourceFile("1.csv", 12, "ab")),
            "cd");

    assertThat(card.participants())
        .extracting(DatasetCard.Share::participant)
        .containsExactly("p1", "p2", "p3");
    assertThat(card.participants().get(0).hours()).isEqualTo(3601 / 3600.0);
    assertThat(card.participants().get(1).hours()).isEqualTo(4 / 3600.0);
    assertThat(card.participants().get(1).labels())
        .containsEntry("", 1L)
        .containsEntry("Walking", 1L);
    assertThat(card.markdown())
        .contains(
            "| p1 |  | 3600 | 1.00 | Standing 1800, Walking 1800 |",
            "| p2 | p2, p3 | 2 | 0.00 | none 1, Walking 1 |",
            "| 1.csv | 12 | `ab` |",
            "windows `cd`");
  }

  private static FeatureVector window(String participantId, int second, String label) {
    return new FeatureVector(
        participantId,
        second * 1_000_000L,
        (second + 2) * 1_000_000L,
        label,
        new double[] {second});
  }
}
