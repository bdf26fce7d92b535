package io.vigil.source.amqp;

import java.util.concurrent.CompletableFuture;

/** Wakes a reader that has nothing to do. Rung by any thread, waited for and hushed by one. */
class Bell {
  private volatile CompletableFuture<Void> rung = CompletableFuture.completedFuture(null);

  /** Says that there may be something to do. */
  void ring() {
    rung.complete(null);
  }

  /**
   * Waits for the next ring. Look once more for something to do afterwards: whoever rang just
   * before is not heard.
   */
  void hush() {
    if (rung.isDone()) {
      rung = new CompletableFuture<>();
    }
  }

  /** Done once the bell was rung after it was hushed. */
  CompletableFuture<Void> rung() {
    return rung;
  }
}
