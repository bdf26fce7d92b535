package io.vigil.store.cosmos;

/** Takes what comes back; called by any thread. */
interface Replies {
  void accept(Attempt attempt, Reply reply);
}
