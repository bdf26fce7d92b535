package io.vigil.settings;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a hub is begun to be read; the oldest message where nothing else is said.
 *
 * @param latest whether at what arrives from now on
 * @param time at what arrived then or later
 * @param offsets by partition, the first to be read
 */
public record HubStart(boolean latest, Optional<Instant> time, TreeMap<Integer, Long> offsets) {

  static HubStart atOffsets(TreeMap<Integer, Long> offsets) {
    return new HubStart(false, Optional.empty(), offsets);
  }

  static HubStart at(Instant time) {
    return new HubStart(false, Optional.of(time), new TreeMap<>());
  }

  static HubStart earliest() {
    return atOffsets(new TreeMap<>());
  }

  static HubStart atLatest() {
    return new HubStart(true, Optional.empty(), new TreeMap<>());
  }
}
