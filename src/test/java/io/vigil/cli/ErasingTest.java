package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.settings.Settings;
import io.vigil.store.DocumentStore;
import io.vigil.store.Forms;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an erasure looks at, how often, and what its receipt says of it; no job runs. */
class ErasingTest {
  private static final Erasing.Asked ASKED =
      new Erasing.Asked("officer", "", Duration.ofSeconds(1), Duration.ofMillis(10));

  @TempDir Path folder;
  private Settings settings;
  private ErasedPerson zoe;
  private DocumentStore store;

  @BeforeEach
  void open() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("vigil.yaml"),
            "store: {kind: sqlite, path: %s}\nmodel: {registry: %s}\nlake: {path: %s}"
                .formatted(
                    folder.resolve("vigil.db"),
                    folder.resolve("registry"),
                    folder.resolve("lake")));
    settings = Settings.read(file, name -> null);
    zoe = ErasedPerson.of("zoe", settings);
    store = SqliteStore.open(folder.resolve("vigil.db"));
    store.upsert(List.of(Forms.label("zoe", Forms.NINE)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Seen red with: places that are not there left out. */
  @Test
  void aPlaceThatIsNotThereDoesNotLookLikeOneWithNothingInIt() throws IOException {
    ErasureFiles files = new ErasureFiles();
    files.ledger = folder.resolve("misspelt.db");
    files.log = folder.resolve("feed.db");
    ErasureReceipt receipt = erase(new ErasurePlaces(settings, zoe).all(store, files));

    assertThat(receipt.removed()).containsExactly(java.util.Map.entry("store/labels", 1L));
    assertThat(receipt.places())
        .containsEntry("store/labels", "looked into")
        .containsEntry("store/alerts", "looked into")
        .containsEntry("directory", "not there: no feed.directory in the settings");
    assertThat(receipt.places().get("hooks' ledger " + files.ledger))
        .isEqualTo("not there: no such file here, expected the feed's --ledger where there is one");
    assertThat(receipt.places().get("feed log " + files.log)).startsWith("not there");
    assertThat(receipt.places().get("lake " + folder.resolve("lake"))).startsWith("not there");
    assertThat(receipt.places().get("personal models in " + folder.resolve("registry")))
        .startsWith("not there");
    assertThat(Files.exists(files.ledger)).isFalse();
    assertThat(ErasureText.lines(receipt, "Erased"))
        .anyMatch(line -> line.contains("misspelt.db") && line.contains("not there"));
  }

  /** Seen red with: an end after the first look that found nothing. */
  @Test
  void whatComesLateIsFoundBeforeTheEnd() throws IOException {
    LateWrite late = new LateWrite();
    ErasureReceipt receipt = erase(List.of(late));

    assertThat(receipt.removed()).containsEntry("late", 2L);
    assertThat(late.looks).isEqualTo(5);
  }

  private ErasureReceipt erase(List<ErasurePlace> places) throws IOException {
    Erasing erasing = new Erasing(settings, zoe, store, new ErasurePlaces(settings, zoe), places);
    return erasing.carryOut(erasing.order(ASKED, erasing.look()), ASKED);
  }

  /** One document at the first look, and one that was under way at the third. */
  private static final class LateWrite implements ErasurePlace {
    private int looks;

    @Override
    public String name() {
      return "late";
    }

    @Override
    public long count() {
      return 1;
    }

    @Override
    public Outcome erase() {
      looks++;
      return Outcome.all(looks == 1 || looks == 3 ? 1 : 0);
    }
  }
}
