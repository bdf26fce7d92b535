package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.train.TrainedModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a registry does, wherever its files are. */
public abstract class RegistryContract {
  private static final ModelArtifact FIRST = TrainedModels.forest(1, 3, 12);
  private static final ModelArtifact SECOND = TrainedModels.forest(2, 3, 12);

  private RegistryFiles files;
  private Registry registry;

  /** The files of a registry that holds nothing yet; the same ones in one test. */
  protected abstract RegistryFiles files() throws IOException;

  @BeforeEach
  void open() throws IOException {
    files = files();
    registry = new Registry(files);
  }

  @Test
  void anEmptyOneHasNothing() throws IOException {
    assertThat(registry.list().entries()).isEmpty();
    assertThat(registry.history().revision()).isZero();
    assertThatThrownBy(() -> registry.resolve("champion"))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("expected an alias")
        .hasMessageContaining("is empty");
  }

  @Test
  void versionsCountUpWithinAName() throws IOException {
    add("walk", FIRST);
    Registry.Entry second = add("walk", SECOND);
    add("stairs", FIRST);
    assertThat(second.artifact().id().reference()).isEqualTo("walk:2");
    assertThat(registry.list().entries())
        .extracting(e -> e.artifact().id().reference())
        .containsExactly("stairs:1", "walk:1", "walk:2");
    assertThat(second.path()).isEqualTo(files.placeOf("walk/2/model.vigil-model"));
    assertThat(registry.beside("walk:2", "card.md")).isEqualTo("card");
    assertThat(registry.beside("walk:2", "manifest.json")).contains("\"sha256\" : ");
    assertThat(registry.beside("walk:2", "nothing.md")).isEmpty();
  }

  // Seen red with: create() that replaces what is there.
  @Test
  void aVersionNeverChanges() throws IOException {
    add("walk", FIRST);
    assertThatThrownBy(() -> registry.add(SECOND.as("walk", 1), Map.of("card.md", "other")))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("a version never changes");
    assertThat(registry.load("walk:1").id().sha256()).isEqualTo(FIRST.id().sha256());
    assertThat(registry.beside("walk:1", "card.md")).isEqualTo("card");
    assertThat(files.list("walk/"))
        .containsExactly("walk/1/card.md", "walk/1/manifest.json", "walk/1/model.vigil-model");
  }

  @Test
  void resolvesNamesVersionsAliasesAndPlaces() throws IOException {
    add("walk", FIRST);
    add("walk", SECOND);
    promote("walk:1", Place.CHAMPION);
    promote("walk:2", Place.ofCohort("frail"));
    assertThat(sha256("walk")).isEqualTo(SECOND.id().sha256());
    assertThat(sha256("walk:1")).isEqualTo(FIRST.id().sha256());
    assertThat(sha256("champion")).isEqualTo(FIRST.id().sha256());
    assertThat(sha256("champion@frail")).isEqualTo(SECOND.id().sha256());
    for (String none : List.of("walk:3", "walk:01", "run", "../walk", ".", "", "walk:x", ":")) {
      assertThatThrownBy(() -> registry.resolve(none)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aNewChampionMakesTheOldOnePreviousAndRollingBackReturnsToIt() throws IOException {
    add("walk", FIRST);
    add("walk", SECOND);
    promote("walk:1", Place.CHAMPION);
    promote("walk:2", Place.CHAMPION);
    assertThat(aliases("walk:1")).containsExactly(Registry.PREVIOUS);
    assertThat(aliases("walk:2")).containsExactly(Registry.CHAMPION);
    registry.rollBack(Orders.champion());
    assertThat(aliases("walk:1")).containsExactly(Registry.CHAMPION);
    assertThat(aliases("walk:2")).containsExactly(Registry.PREVIOUS);
    assertThat(registry.history().promotions())
        .extracting(Promotion::revision)
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void historyIsReadAsItWasWritten() throws IOException {
    add("walk", FIRST);
    GateFigure figure = new GateFigure("macroF1", Map.of("candidate", 0.75), false, "refused");
    PromotionOrder order =
        new PromotionOrder(
            Place.ofCohort("frail"),
            Promotion.ALWAYS,
            Orders.NOON,
            "ann",
            "why not",
            true,
            List.of(figure));
    Promotion written = registry.promote("walk:1", order, registry.history());
    assertThat(registry.history().promotions()).containsExactly(written);
    assertThat(written)
        .isEqualTo(
            new Promotion(
                1,
                Place.ofCohort("frail"),
                "walk:1",
                FIRST.id().sha256(),
                Promotion.ALWAYS,
                Orders.NOON,
                "ann",
                "why not",
                true,
                List.of(figure)));
  }

  @Test
  void aPlaceThatIsWithdrawnIsHeldByNobody() throws IOException {
    add("walk", FIRST);
    promote("walk:1", Place.CHALLENGER);
    registry.withdraw(Orders.place(Place.CHALLENGER));
    assertThat(registry.history().holder(Place.CHALLENGER)).isEmpty();
    assertThat(registry.history().previous(Place.CHALLENGER).orElseThrow().model())
        .isEqualTo("walk:1");
    assertThatThrownBy(() -> registry.withdraw(Orders.place(Place.CHALLENGER)))
        .hasMessageContaining("Nobody holds the place challenger");
    assertThatThrownBy(() -> registry.withdraw(Orders.champion()))
        .hasMessageContaining("promote another instead");
  }

  @Test
  void anAlteredModelIsListedAsRefusedAndNeverPromoted() throws IOException {
    byte[] bytes = FIRST.as("walk", 1).toBytes();
    bytes[bytes.length / 2] ^= 1;
    files.create("walk/1/model.vigil-model", bytes);
    add("walk", SECOND);
    Registry.Listing listing = registry.list();
    assertThat(listing.entries()).hasSize(1);
    assertThat(listing.refused()).hasSize(1);
    assertThat(listing.refused().get(0))
        .hasMessageContaining(files.placeOf("walk/1/model.vigil-model"));
    assertThatThrownBy(() -> promote("walk:1", Place.CHAMPION)).isInstanceOf(ModelRefused.class);
    assertThat(registry.history().revision()).isZero();
  }

  @Test
  void aVersionWithoutItsModelFileIsNotUsedAndItsNumberIsTaken() throws IOException {
    files.create("walk/1/card.md", text("card"));
    assertThat(registry.list().refused().get(0)).hasMessageContaining("is missing");
    assertThat(add("walk", FIRST).artifact().id().version()).isEqualTo(2);
  }

  @Test
  void brokenHistoryIsNamedWithItsFile() throws IOException {
    files.create("promotions/000001.json", text("[1"));
    assertThatThrownBy(() -> registry.resolve("champion"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(files.placeOf("promotions/000001.json"));
  }

  // Seen red with: revisions read as they are listed.
  @Test
  void aMissingRevisionIsNamed() throws IOException {
    add("walk", FIRST);
    Promotion first = promote("walk:1", Place.CHAMPION);
    files.create("promotions/000003.json", PromotionFile.write(first));
    assertThatThrownBy(() -> registry.history())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(files.placeOf("promotions/000002.json") + " is missing");
  }

  @Test
  void anAliasIsNoName() {
    assertThatThrownBy(() -> add("champion", FIRST))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("that is an alias");
    assertThatThrownBy(() -> add("promotions", FIRST)).isInstanceOf(ModelRefused.class);
  }

  private Registry.Entry add(String name, ModelArtifact artifact) throws IOException {
    return registry.add(name, artifact, versioned -> "card");
  }

  private Promotion promote(String reference, Place place) throws IOException {
    return registry.promote(reference, Orders.place(place), registry.history());
  }

  private String sha256(String reference) throws IOException {
    return ModelArtifact.read(registry.resolve(reference)).id().sha256();
  }

  private List<String> aliases(String reference) throws IOException {
    return registry.list().entries().stream()
        .filter(e -> e.artifact().id().reference().equals(reference))
        .findFirst()
        .orElseThrow()
        .aliases();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Seen red with: the history's lines left as they were. */
  @Test
  void ofWhoeverIsErasedNothingIsLeftAndTheHistoryGoesOn() throws IOException {
    String common = registry.add("common", FIRST, model -> "").artifact().id().reference();
    String own = registry.add("hers", SECOND, model -> "").artifact().id().reference();
    registry.promote(common, Orders.champion(), registry.history());
    registry.promote(own, Orders.place(Place.ofParticipant("zoe-1")), registry.history());
    RegistryErasure zoe = new RegistryErasure(files, "zoe-1");
    assertThat(zoe.own()).containsExactly(own);

    assertThat(zoe.erase()).isPositive();

    assertThat(zoe.own()).isEmpty();
    assertThat(zoe.promotions()).isZero();
    assertThat(files.list("hers/")).isEmpty();
    for (String path : files.list("")) {
      assertThat(new String(files.read(path), StandardCharsets.ISO_8859_1)).doesNotContain("zoe-1");
    }
    assertThat(registry.history().aliases()).containsEntry("champion", common);
    assertThat(registry.takeovers().after(1)).hasSize(1);
    registry.promote(common, Orders.champion(), registry.history());
    assertThat(registry.history().revision()).isEqualTo(3);
  }
}
