package io.vigil.model.blob;

import io.vigil.model.RegistryContract;
import io.vigil.model.RegistryFiles;
import io.vigil.model.blob.server.BlobServer;
import io.vigil.settings.Secret;
import org.junit.jupiter.api.AfterEach;

class BlobRegistryTest extends RegistryContract {
  private final BlobServer server = BlobServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  protected RegistryFiles files() {
    return new BlobFiles(
        BlobPlace.of(server.container() + "/vigil", Secret.of(server.connectionString())));
  }
}
