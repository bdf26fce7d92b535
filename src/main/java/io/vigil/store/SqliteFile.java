package io.vigil.store;

import java.nio.file.Path;

/**
 * Where a {@link SqliteStore} lies, in a form that travels with a job.
 *
 * @param path of the file
 */
public record SqliteFile(String path) implements DocumentSink.StoreFactory {

  public SqliteFile(Path file) {
    this(file.toString());
  }

  @Override
  public DocumentStore get() {
    return SqliteStore.open(Path.of(path));
  }
}
