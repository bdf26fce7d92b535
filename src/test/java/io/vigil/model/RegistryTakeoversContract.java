package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.train.TrainedModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a running job reads of a registry. */
public abstract class RegistryTakeoversContract {
  private static final ModelArtifact FIRST = TrainedModels.forest(1, 3, 12);
  private static final ModelArtifact SECOND = TrainedModels.forest(2, 3, 12);

  private RegistryFiles files;
  private Registry registry;
  private TakeoverReader takeovers;

  /** The files of a registry that holds nothing yet; the same ones in one test. */
  protected abstract RegistryFiles files() throws IOException;

  @BeforeEach
  void open() throws Exception {
    files = files();
    registry = new Registry(files);
    // As it reaches the tasks of a job.
    takeovers = InstantiationUtil.clone(registry.takeovers(), getClass().getClassLoader());
  }

  @Test
  void tellsWhatCameAfterARevision() throws IOException {
    assertThat(takeovers.after(0)).isEmpty();
    registry.add("walk", FIRST, versioned -> "card");
    registry.add("walk", SECOND, versioned -> "card");
    promote("walk:1", Place.CHAMPION);
    promote("walk:2", Place.ofCohort("frail"));
    registry.withdraw(Orders.place(Place.ofCohort("frail")));

    List<Takeover> all = takeovers.after(0);
    assertThat(all).extracting(Takeover::revision).containsExactly(1L, 2L, 3L);
    assertThat(all)
        .extracting(Takeover::place)
        .containsExactly("champion", "champion@frail", "champion@frail");
    assertThat(all).extracting(Takeover::from).containsOnly(Orders.ONE);
    assertThat(all.get(0).artifact()).isEqualTo(FIRST.as("walk", 1).toBytes());
    assertThat(all.get(1).artifact()).isEqualTo(SECOND.as("walk", 2).toBytes());
    assertThat(all.get(2).artifact()).isEmpty();
    assertThat(takeovers.after(2)).extracting(Takeover::revision).containsExactly(3L);
    assertThat(takeovers.after(3)).isEmpty();
  }

  // Seen red with: an empty answer where nothing is found.
  @Test
  void aRegistryThatVanishedIsNotTakenForOneWithoutNews() {
    assertThatThrownBy(() -> takeovers.after(1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no revision 1")
        .hasMessageContaining(files.toString());
  }

  @Test
  void aModelThatIsMissingOrAnotherOneIsNamed() throws IOException {
    registry.add("walk", FIRST, versioned -> "card");
    Promotion first = promote("walk:1", Place.CHAMPION);
    files.create("promotions/000002.json", written(first, 2, "walk:9", FIRST.id().sha256()));
    assertThatThrownBy(() -> takeovers.after(1))
        .hasMessageContaining(files.placeOf("walk/9/model.vigil-model") + " is missing");
    files.create("walk/9/model.vigil-model", SECOND.as("walk", 9).toBytes());
    assertThatThrownBy(() -> takeovers.after(1)).hasMessageContaining("a version never changes");
  }

  @Test
  void bytesThatAreNoModelAreLeftToTheJobToRefuse() throws IOException {
    registry.add("walk", FIRST, versioned -> "card");
    Promotion first = promote("walk:1", Place.CHAMPION);
    byte[] half = new byte[100];
    files.create("walk/2/model.vigil-model", half);
    files.create("promotions/000002.json", written(first, 2, "walk:2", FIRST.id().sha256()));
    assertThat(takeovers.after(1).get(0).artifact()).isEqualTo(half);
  }

  @Test
  void aliasesOfOldAreTheFirstRevisionsAndBecomeHistoryWithTheNextOne() throws IOException {
    registry.add("walk", FIRST, versioned -> "card");
    registry.add("walk", SECOND, versioned -> "card");
    files.create(
        "aliases.json",
        "{\"champion\":\"walk:2\",\"previous\":\"walk:1\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(registry.history().aliases())
        .containsEntry("champion", "walk:2")
        .containsEntry("previous", "walk:1");
    List<Takeover> before = takeovers.after(0);
    assertThat(before).extracting(Takeover::from).containsExactly(Long.MIN_VALUE, Long.MIN_VALUE);
    assertThat(files.list("promotions/")).isEmpty();

    registry.rollBack(Orders.champion());
    assertThat(files.list("promotions/"))
        .containsExactly(
            "promotions/000001.json", "promotions/000002.json", "promotions/000003.json");
    assertThat(registry.history().aliases()).containsEntry("champion", "walk:1");
    assertThat(takeovers.after(0).subList(0, 2))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(before);
  }

  @Test
  void brokenAliasesOfOldAreNamedWithTheirFile() throws IOException {
    files.create("aliases.json", "[1".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> registry.resolve("champion"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("aliases.json");
  }

  private Promotion promote(String reference, Place place) throws IOException {
    return registry.promote(reference, Orders.place(place), registry.history());
  }

  private static byte[] written(Promotion p, long revision, String model, String sha256) {
    return PromotionFile.write(
        new Promotion(
            revision, p.place(), model, sha256, p.from(), p.at(), p.by(), p.why(), false,
            List.of()));
  }
}
