package io.vigil.model;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderRegistryTest extends RegistryContract {
  @TempDir Path folder;

  @Override
  protected RegistryFiles files() {
    return new FolderFiles(folder.resolve("registry").toString());
  }
}
