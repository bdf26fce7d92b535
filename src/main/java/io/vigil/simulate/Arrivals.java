package io.vigil.simulate;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Everybody's batches on their way: brings them into the order of arrival, and counts. */
final class Arrivals {
  private final BatchWriter hub;
  private final PriorityQueue<OnTheWay> onTheWay =
      new PriorityQueue<>(
          Comparator.comparingLong(OnTheWay::arrival).thenComparingLong(OnTheWay::number));
  private final Map<String, Integer> newest = new HashMap<>();
  private long sent;
  private long recorded;
  private long lost;
  private long duplicates;
  private long delayed;

  private record OnTheWay(long arrival, long number, boolean again, Batch batch) {}

  Arrivals(BatchWriter hub) {
    this.hub = hub;
  }

  /**
   * @param arrivals ascending; empty for a batch that is lost
   */
  void send(Batch batch, List<Long> arrivals) {
    recorded++;
    if (arrivals.isEmpty()) {
      lost++;
    }
    for (int i = 0; i < arrivals.size(); i++) {
      onTheWay.add(new OnTheWay(arrivals.get(i), sent++, i > 0, batch));
      duplicates += i > 0 ? 1 : 0;
    }
  }

  /** Delivers what arrives before that instant (microseconds since the epoch, UTC). */
  void deliverBefore(long micros) throws IOException {
    while (!onTheWay.isEmpty() && onTheWay.peek().arrival() < micros) {
      OnTheWay next = onTheWay.remove();
      Batch batch = next.batch();
      int newestBefore = newest.merge(batch.participantId(), batch.sequence(), Math::max);
      if (newestBefore > batch.sequence() && !next.again()) {
        delayed++;
      }
      hub.write(batch);
    }
  }

  /** How many batches there were. */
  Truth.Count count() {
    return new Truth.Count(recorded, lost, duplicates, delayed, sent);
  }
}
