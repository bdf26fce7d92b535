package io.vigil.learn;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The newest windows that people are asked about. */
final class AskedWindows {
  /** About 50 MB; two years of work for a reviewer. */
  private static final int MOST = 50_000;

  private final int most;
  private final Map<String, NavigableMap<Long, Question>> participants = new HashMap<>();
  private final NavigableSet<Place> byAge = new TreeSet<>();

  /** Where a window is. */
  private record Place(long start, String participantId) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return start == other.start
          ? participantId.compareTo(other.participantId)
          : Long.compare(start, other.start);
    }
  }

  AskedWindows() {
    this(MOST);
  }

  /**
   * @param most how many are kept; the oldest go first
   */
  AskedWindows(int most) {
    this.most = most;
  }

  /** Takes one in; one with the same start takes its place. */
  void add(Question window) {
    participants
        .computeIfAbsent(window.participantId(), id -> new TreeMap<>())
        .put(window.start(), window);
    byAge.add(new Place(window.start(), window.participantId()));
    if (byAge.size() > most) {
      Place oldest = byAge.pollFirst();
      participants.get(oldest.participantId()).remove(oldest.start());
    }
  }

  Collection<Question> all() {
    return participants.values().stream().flatMap(windows -> windows.values().stream()).toList();
  }

  /** Those of a participant that lie whole within a stretch, by time. */
  List<Question> within(String participantId, long start, long end) {
    NavigableMap<Long, Question> theirs = participants.getOrDefault(participantId, new TreeMap<>());
    return theirs.subMap(start, true, end, false).values().stream()
        .filter(window -> window.end() <= end)
        .toList();
  }
}
