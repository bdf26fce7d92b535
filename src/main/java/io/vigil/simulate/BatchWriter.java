package io.vigil.simulate;

import java.io.IOException;

/** Where batches go, one by one. */
@FunctionalInterface
public interface BatchWriter {

  /** Nowhere. */
  BatchWriter NONE = batch -> {};

  /** Writes one batch. */
  void write(Batch batch) throws IOException;
}
