package io.vigil.source;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Where in its partitions a hub is begun to be read. */
public sealed interface StartFrom extends Serializable {

  /** The oldest message that the hub still has. */
  record Earliest() implements StartFrom {}

  /** What arrives from now on. */
  record Latest() implements StartFrom {}

  /** The first message that arrived at this time or later. */
  record Time(Instant time) implements StartFrom {}

  /**
   * Given places; partitions that are not named begin at the oldest message.
   *
   * @param next by partition, the first to be read: an offset by Kafka, a sequence number by AMQP
   */
  record Offsets(TreeMap<Integer, Long> next) implements StartFrom {
    public Offsets {
      next = new TreeMap<>(next);
    }
  }

  /** The oldest message that the hub still has. */
  static StartFrom earliest() {
    return new Earliest();
  }

  /** What arrives from now on. */
  static StartFrom latest() {
    return new Latest();
  }

  /** The first message that arrived at this time or later. */
  static StartFrom time(Instant time) {
    return new Time(time);
  }

  /** Given places. */
  static StartFrom offsets(Map<Integer, Long> next) {
    return new Offsets(new TreeMap<>(next));
  }
}
