package io.vigil.store.cosmos;

/** What one request of a write does. */
enum Step {
  /** Writes, whatever is there: for documents of which the later write stays. */
  UPSERT,
  /** Writes where nothing is there. */
  CREATE,
  /** Looks which form is there. */
  READ,
  /** Writes over the form that was just looked at, if it is still there. */
  REPLACE
}
