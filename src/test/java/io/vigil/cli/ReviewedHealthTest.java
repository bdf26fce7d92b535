package io.vigil.cli;

import static io.vigil.learn.MadeUpReview.window;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.learn.Label;
import io.vigil.learn.MadeUpReview;
import io.vigil.learn.Reason;
import io.vigil.store.LabelDocuments;
import io.vigil.store.ReviewDocuments;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How good a model is by what reviewers said of windows that were drawn by chance. */
class ReviewedHealthTest {
  @TempDir Path folder;
  private AlertsSetUp vigil;

  @BeforeEach
  void ask() throws IOException {
    vigil = AlertsSetUp.in(folder);
    try (SqliteStore store = SqliteStore.open(vigil.store())) {
      for (long at = 0; at < 400; at += 100) {
        store.upsert(
            List.of(
                ReviewDocuments.of(window("ann", at, "Walking", 0.8, Reason.UNIFORM)),
                ReviewDocuments.of(window("bert", at, "Walking", 0.01, Reason.UNCERTAIN))));
      }
    }
  }

  @Test
  void nothingIsSaidBeforeAnybodyAnswered() {
    assertThat(vigil.vigil("models", "health").out())
        .contains("drawn by chance and reviewed: 0 windows", "nothing can be said of it yet")
        .doesNotContain("accuracy");
  }

  @Test
  void whatTheModelWasUnsureOfDoesNotCount() {
    answered("Walking", "Walking", "Stairs", Label.NOT_SURE);

    JsonNode health = vigil.vigil("models", "health", "--json").succeeded().json();
    assertThat(health.get("reviewed")).hasSize(1);
    JsonNode one = health.get("reviewed").get(0);
    assertThat(one.at("/model/name").asText()).isEqualTo("chest");
    assertThat(one.at("/reviewed/windows").asInt()).isEqualTo(3);
    assertThat(one.at("/reviewed/unanswered").asInt()).isEqualTo(1);
    assertThat(one.at("/reviewed/accuracy").asDouble()).isEqualTo(2 / 3.0);
    assertThat(vigil.vigil("models", "health").out())
        .contains("3 windows in 3 stretches", "accuracy 0.667 (95 %:");
  }

  /** Of the four windows of both people. */
  private void answered(String... activities) {
    try (SqliteStore store = SqliteStore.open(vigil.store())) {
      for (int i = 0; i < activities.length; i++) {
        long at = 100L * i;
        store.upsert(
            List.of(
                LabelDocuments.of(label("ann", at, activities[i])),
                LabelDocuments.of(label("bert", at, "Stairs"))));
      }
    }
  }

  private static Label label(String participant, long at, String activity) {
    return MadeUpReview.says("eve", participant, at, at + 4, activity, 1000);
  }
}
