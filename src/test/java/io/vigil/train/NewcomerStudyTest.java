package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.activity.ClassScheme;
import io.vigil.feature.Measured;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NewcomerStudyTest {
  private static final List<Integer> POINTS = List.of(2, 16);

  private final NewcomerStudy study =
      new NewcomerStudy(TrainedModels.options(1, 10), 10, rotation -> {});

  @Test
  void everybodyIsInOnePartAndOnceInEachOfThem() {
    List<Person> people = dataset("a", "b", "c", "d", "e").people();
    for (int first = 0; first < people.size(); first++) {
      Thirds thirds = Thirds.of(people, first);
      assertThat(thirds.trained()).containsExactly(people.get(first));
      assertThat(thirds.asked()).doesNotContainAnyElementsOf(thirds.trained()).hasSize(1);
      assertThat(thirds.scored())
          .doesNotContainAnyElementsOf(thirds.trained())
          .doesNotContainAnyElementsOf(thirds.asked())
          .hasSize(3);
    }
  }

  @Test
  void answersAboutOthersAreSaidOfNewcomersAndTheSameTwice() {
    Dataset dataset = dataset("a", "b", "c");
    NewcomerReport report = study.run(dataset, recordings(dataset), POINTS, 2);

    assertThat(report.rotations()).isEqualTo(3);
    assertThat(report.points()).extracting(NewcomerReport.Point::answers).isEqualTo(POINTS);
    assertThat(report.points())
        .allSatisfy(point -> assertThat(point.random().accuracy()).isBetween(0.4, 1.0))
        .allSatisfy(point -> assertThat(point.uncertain().macroF1()).isBetween(0.4, 1.0));
    assertThat(report.text()).contains("macro F1: asking when uncertain");
    assertThat(study.run(dataset, recordings(dataset), POINTS, 2)).isEqualTo(report);
  }

  @Test
  void twoPeopleAreTooFew() {
    Dataset two = dataset("a", "b");
    assertThatThrownBy(() -> study.run(two, recordings(two), POINTS, 1))
        .isInstanceOf(TrainingRefused.class)
        .hasMessageContaining("There are 2 people, expected three or more");
  }

  private static Dataset dataset(String... people) {
    return Dataset.of(SyntheticWindows.of(1, 40, people), ClassScheme.FIVE, List.of());
  }

  private static Map<String, List<Measured>> recordings(Dataset dataset) {
    return dataset.people().stream()
        .flatMap(person -> person.windows().stream())
        .map(window -> new Measured(null, window))
        .collect(Collectors.groupingBy(Measured::participantId));
  }
}
