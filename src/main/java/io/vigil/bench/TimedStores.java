package io.vigil.bench;

import io.vigil.store.DocumentSink.StoreFactory;
import io.vigil.store.DocumentStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens stores that tell this process what is written to them. It travels with a job that runs in
 * this process, and finds its listener again by a name.
 */
public final class TimedStores implements StoreFactory, AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final Map<String, ResultTimes> LISTENING = new ConcurrentHashMap<>();

  private final StoreFactory stores;
  private final String name = UUID.randomUUID().toString();

  /**
   * @param stores what is opened
   * @param times who is told
   */
  public TimedStores(StoreFactory stores, ResultTimes times) {
    this.stores = stores;
    LISTENING.put(name, times);
  }

  @Override
  public DocumentStore get() {
    return new TimedStore(stores.get(), TimedStores::nowMicros, LISTENING.get(name));
  }

  /** Microseconds since the epoch: the clock of everything that is measured here. */
  public static long nowMicros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  @Override
  public void close() {
    LISTENING.remove(name);
  }
}
