package io.vigil.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractTest extends DocumentStoreContract {
  @TempDir static Path folder;

  @Override
  protected DocumentStore open() {
    return SqliteStore.open(folder.resolve("vigil.db"));
  }
}
