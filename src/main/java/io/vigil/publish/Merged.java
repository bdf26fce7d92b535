package io.vigil.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Joins several sequences of messages to one: what is due first comes first. */
final class Merged implements Iterator<Outgoing> {
  private record Head(Outgoing message, int lane) {}

  private final List<Iterator<Outgoing>> lanes;
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(
          Comparator.comparingLong((Head head) -> head.message.due()).thenComparingInt(Head::lane));
  private boolean begun;

  Merged(List<Iterator<Outgoing>> lanes) {
    this.lanes = new ArrayList<>(lanes);
  }

  @Override
  public boolean hasNext() {
    if (!begun) {
      begun = true;
      for (int lane = 0; lane < lanes.size(); lane++) {
        look(lane);
      }
    }
    return !heads.isEmpty();
  }

  @Override
  public Outgoing next() {
    if (!hasNext()) {
      throw new NoSuchElementException("All lanes are at their end");
    }
    Head first = heads.remove();
    look(first.lane);
    return first.message;
  }

  private void look(int lane) {
    if (lanes.get(lane).hasNext()) {
      heads.add(new Head(lanes.get(lane).next(), lane));
    }
  }
}
