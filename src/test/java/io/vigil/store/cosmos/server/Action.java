package io.vigil.store.cosmos.server;

import java.util.List;
import java.util.function.Supplier;

/**
 * A request that was understood.
 *
 * @param written the documents that it would write; one that it would write twice, twice
 * @param work what it takes to answer it
 */
record Action(RequestKind kind, List<InFlight.Document> written, Supplier<Reply> work) {

  static Action of(RequestKind kind, Supplier<Reply> work) {
    return new Action(kind, List.of(), work);
  }
}
