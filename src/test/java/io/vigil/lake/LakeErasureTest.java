package io.vigil.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.model.blob.BlobFiles;
import io.vigil.model.blob.BlobPlace;
import io.vigil.model.blob.server.BlobServer;
import io.vigil.settings.Secret;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A participant's folder of a lake in Azure storage, asked for as blobs. */
class LakeErasureTest {
  private static final String ZOE = "project=vigil/participant=zoe";
  private static final String ZOES_TWIN = "project=vigil/participant=zoe-2";

  private final BlobServer server = BlobServer.start();
  private BlobFiles lake;

  @BeforeEach
  void fill() throws IOException {
    lake =
        new BlobFiles(
            BlobPlace.of(server.container() + "/lake", Secret.of(server.connectionString())));
    // Folders, as an account with a hierarchical namespace lists them.
    for (String path :
        List.of(
            "project=vigil",
            ZOE,
            ZOE + "/date=2026-01-05",
            ZOE + "/date=2026-01-05/compacted-examples-1.parquet",
            ZOE + "/date=2026-01-05/compacted-examples-2.parquet",
            ZOE + "/date=2026-01-06",
            ZOE + "/date=2026-01-06/compacted-examples-3.parquet",
            ZOE + "/date=2026-01-07",
            ZOES_TWIN,
            ZOES_TWIN + "/date=2026-01-05",
            ZOES_TWIN + "/date=2026-01-05/compacted-examples-4.parquet")) {
      lake.create(path, new byte[] {1});
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Seen red with: {@code participant=zoe} without the slash; folders that are left. */
  @Test
  void nothingIsLeftAndNobodyElseIsTouched() throws IOException {
    LakeErasure zoe = new LakeErasure(new BlobLakeFolder(lake, ZOE));
    assertThat(zoe.isThere()).isTrue();
    assertThat(zoe.look()).isEqualTo(new LakeErasure.Held(3, 0));

    assertThat(zoe.erase()).isEqualTo(new LakeErasure.Held(3, 0));

    assertThat(lake.list(""))
        .containsExactly(
            "project=vigil",
            ZOES_TWIN,
            ZOES_TWIN + "/date=2026-01-05",
            ZOES_TWIN + "/date=2026-01-05/compacted-examples-4.parquet");
    assertThat(zoe.erase()).isEqualTo(new LakeErasure.Held(0, 0));
    assertThat(server.methods()).doesNotContain("POST").containsOnlyOnce("DELETE");
  }

  /** Seen red with: files that the job still writes counted among the others. */
  @Test
  void whatTheJobStillGathersStays() throws IOException {
    String gathered = ZOE + "/date=2026-01-06/.part-0-0.inprogress.1";
    lake.create(gathered, new byte[] {1});
    LakeErasure zoe = new LakeErasure(new BlobLakeFolder(lake, ZOE));

    assertThat(zoe.erase()).isEqualTo(new LakeErasure.Held(3, 1));

    assertThat(lake.list(ZOE + "/")).contains(gathered).noneMatch(path -> path.endsWith("parquet"));
  }

  @Test
  void aLakeThatIsNotThereIsNotAnEmptyOne() throws IOException {
    BlobFiles elsewhere =
        new BlobFiles(
            BlobPlace.of(server.container() + "/elsewhere", Secret.of(server.connectionString())));
    assertThat(new LakeErasure(new BlobLakeFolder(elsewhere, ZOE)).isThere()).isFalse();
  }

  /** Seen red with: the dfs address asked for blobs. */
  @Test
  void anAddressForFilesIsOneForBlobs() {
    assertThat(BlobLakeFolder.address("abfss://lake@vigilprod.dfs.core.windows.net/vigil/a"))
        .isEqualTo("https://vigilprod.blob.core.windows.net/lake/vigil/a");
    assertThat(BlobLakeFolder.address("abfs://lake@vigilprod.dfs.core.windows.net"))
        .isEqualTo("https://vigilprod.blob.core.windows.net/lake");
    assertThat(BlobLakeFolder.isAzure("file:///data/lake")).isFalse();
    assertThat(BlobLakeFolder.isAzure("data/lake")).isFalse();
  }
}
