package io.vigil.feed.web;

import io.vigil.store.DocumentStore;
import io.vigil.store.StoreException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A few connections to the store, so that several questions are answered at a time and no two use
 * one connection. One that failed is opened anew.
 */
public final class StorePool implements AutoCloseable {
  private static final int MOST = 4;
  private static final int PATIENCE_SECONDS = 10;

  private final Supplier<DocumentStore> stores;
  private final Semaphore turns = new Semaphore(MOST, true);
  private final Queue<DocumentStore> idle = new ConcurrentLinkedQueue<>();

  public StorePool(Supplier<DocumentStore> stores) {
    this.stores = stores;
  }

  /**
   * Asks the store something.
   *
   * @throws StoreException where it does not answer
   * @throws Refusal 503 where too many others ask
   */
  public <T> T ask(Function<DocumentStore, T> question) {
    take();
    try {
      DocumentStore store = idle.poll();
      if (store == null) {
        store = stores.get();
      }
      boolean sound = false;
      try {
        T answer = question.apply(store);
        sound = true;
        return answer;
      } finally {
        if (sound) {
          idle.add(store);
        } else {
          close(store);
        }
      }
    } finally {
      turns.release();
    }
  }

  private void take() {
    try {
      if (turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Refusal(503, "Too many ask at once; try again in some seconds");
  }

  private static void close(DocumentStore store) {
    try {
      store.close();
    } catch (StoreException left) {
      // It has failed before, and that is what is told.
      return;
    }
  }

  @Override
  public void close() {
    for (DocumentStore store = idle.poll(); store != null; store = idle.poll()) {
      close(store);
    }
  }
}
