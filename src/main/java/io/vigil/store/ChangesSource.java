package io.vigil.store;

import io.vigil.sensor.RawMessage;
import io.vigil.source.polled.PolledSource;
import io.vigil.store.DocumentSink.StoreFactory;
import java.time.Duration;

/**
 * Reads what is written to a container of a store, from its beginning: a stream for those who have
 * a store and no hub.
 */
public final class ChangesSource {

  /**
   * A source that never ends.
   *
   * @param every how often the store is asked
   */
  public static PolledSource<RawMessage> of(
      StoreFactory stores, Container container, Duration every) {
    // The name is in checkpoints.
    return PolledSource.of(
        container.name(), () -> new ChangePages(stores, container), RawMessage.class, every);
  }

  private ChangesSource() {}
}
