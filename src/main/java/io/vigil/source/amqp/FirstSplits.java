package io.vigil.source.amqp;

import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import java.util.List;

/**
 * Fixes, once in the life of a job, where its reading begins and ends. "Latest" becomes the end as
 * it is now, so that a job that fails before its first message does not skip what arrived
 * meanwhile.
 */
final class FirstSplits {

  /** The partitions of which there is anything to read. */
  static List<PartitionSplit> of(HubReading reading, List<PartitionExtent> extents) {
    return extents.stream()
        .filter(extent -> !reading.bounded() || !extent.empty())
        .map(extent -> split(reading, extent))
        .filter(split -> !split.isRead())
        .toList();
  }

  private static PartitionSplit split(HubReading reading, PartitionExtent extent) {
    Place place = place(reading.start(), extent);
    boolean nothingSoLate =
        place instanceof Place.Since since && since.time().isAfter(extent.lastTime());
    return new PartitionSplit(
        extent.partition(),
        reading.bounded() && nothingSoLate ? extent.end() : place,
        reading.bounded() ? extent.lastSequence() : PartitionSplit.FOR_EVER);
  }

  private static Place place(StartFrom start, PartitionExtent extent) {
    if (start instanceof StartFrom.Latest) {
      return extent.end();
    }
    if (start instanceof StartFrom.Time time) {
      return new Place.Since(time.time());
    }
    if (start instanceof StartFrom.Offsets offsets) {
      return given(offsets, extent);
    }
    return new Place.Beginning();
  }

  private static Place given(StartFrom.Offsets offsets, PartitionExtent extent) {
    for (var next : offsets.next().entrySet()) {
      if (next.getKey().toString().equals(extent.partition())) {
        // The hub refuses to begin at the message that comes next, though it will come.
        return next.getValue() == extent.lastSequence() + 1
            ? extent.end()
            : new Place.From(next.getValue());
      }
    }
    return new Place.Beginning();
  }

  private FirstSplits() {}
}
