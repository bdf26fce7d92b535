package io.vigil.source.amqp;

import io.vigil.source.HubReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.util.FlinkRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the partitions of a hub and hands them out: the nth that was found to the nth reader, and
 * round again. Called by one thread only; the hub is asked by another.
 */
final class HubEnumerator implements SplitEnumerator<PartitionSplit, HubEnumeratorState> {
  private static final Logger LOG = LoggerFactory.getLogger(HubEnumerator.class);

  private final SplitEnumeratorContext<PartitionSplit> context;
  private final HubReading reading;
  private final HubListing listing;
  private final List<String> known;
  private final List<PartitionSplit> waiting;

  HubEnumerator(
      SplitEnumeratorContext<PartitionSplit> context,
      HubReading reading,
      HubListing listing,
      HubEnumeratorState state) {
    this.context = context;
    this.reading = reading;
    this.listing = listing;
    this.known = new ArrayList<>(state.known());
    this.waiting = new ArrayList<>(state.waiting());
  }

  @Override
  public void start() {
    if (known.isEmpty()) {
      context.callAsync(listing::extents, this::begin);
    } else {
      keepLooking();
    }
  }

  private void begin(List<PartitionExtent> extents, Throwable fault) {
    stopFor(fault);
    extents.forEach(extent -> known.add(extent.partition()));
    waiting.addAll(FirstSplits.of(reading, extents));
    LOG.info("The hub has {} partitions; reading {}", known.size(), waiting);
    assignToAll();
    keepLooking();
  }

  private void keepLooking() {
    long every = reading.discoverEvery().toMillis();
    if (every > 0 && !reading.bounded()) {
      context.callAsync(listing::partitions, this::add, every, every);
    }
  }

  private void add(List<String> found, Throwable fault) {
    stopFor(fault);
    for (String partition : found) {
      if (!known.contains(partition)) {
        LOG.info("The hub has a new partition {}; reading it from its beginning", partition);
        known.add(partition);
        waiting.add(new PartitionSplit(partition, new Place.Beginning(), PartitionSplit.FOR_EVER));
      }
    }
    assignToAll();
  }

  private static void stopFor(Throwable fault) {
    if (fault != null) {
      throw new FlinkRuntimeException(fault.getMessage(), fault);
    }
  }

  private void assignToAll() {
    context.registeredReaders().keySet().forEach(this::assignTo);
  }

  private void assignTo(int reader) {
    List<PartitionSplit> given = new ArrayList<>();
    for (Iterator<PartitionSplit> each = waiting.iterator(); each.hasNext(); ) {
      PartitionSplit split = each.next();
      if (known.indexOf(split.partition()) % context.currentParallelism() == reader) {
        given.add(split);
        each.remove();
      }
    }
    if (!given.isEmpty()) {
      context.assignSplits(new SplitsAssignment<>(new HashMap<>(Map.of(reader, given))));
    }
    if (reading.bounded() && !known.isEmpty()) {
      context.signalNoMoreSplits(reader);
    }
  }

  @Override
  public void addReader(int reader) {
    assignTo(reader);
  }

  @Override
  public void addSplitsBack(List<PartitionSplit> splits, int reader) {
    waiting.addAll(splits);
    assignToAll();
  }

  @Override
  public void handleSplitRequest(int reader, String host) {
    // Partitions are handed out without being asked for.
  }

  @Override
  public HubEnumeratorState snapshotState(long checkpointId) {
    return new HubEnumeratorState(known, waiting);
  }

  @Override
  public void close() {
    listing.close();
  }
}
