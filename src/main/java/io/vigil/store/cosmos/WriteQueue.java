package io.vigil.store.cosmos;

import io.vigil.store.Container;
import io.vigil.store.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Documents that wait to be written. Of one document at most one request is under way at a time,
 * and only its latest form waits: the one handed over last, unless its {@link Standing} says that
 * it is older. Bounded: who hands over must ask {@link #hasRoom} first.
 *
 * <p>Not safe for several threads. Times are milliseconds of any clock that does not go back.
 */
final class WriteQueue {
  private final int mostDocuments;
  private final long mostCharacters;

  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private final Set<Key> ready = new LinkedHashSet<>();
  private final PriorityQueue<Pause> pauses =
      new PriorityQueue<>(Comparator.comparingLong(Pause::until));
  private long characters;
  private int inFlight;

  private record Key(Container container, String id) {
    static Key of(Document document) {
      return new Key(document.container(), document.id());
    }
  }

  private record Pause(Key key, long until) {}

  /** A document's next request, if one waits, and whether one is under way. */
  private static final class Entry {
    private Attempt next;
    private boolean inFlight;
    private int requests;
    private long since;

    private Entry(long since) {
      this.since = since;
    }
  }

  /**
   * @param mostDocuments that wait or are under way
   * @param mostCharacters of the bodies that wait: documents can be of 2 MB
   */
  WriteQueue(int mostDocuments, long mostCharacters) {
    this.mostDocuments = mostDocuments;
    this.mostCharacters = mostCharacters;
  }

  /** One that holds what a few seconds bring. */
  static WriteQueue usual() {
    return new WriteQueue(5000, 32_000_000);
  }

  /** Whether another document may be handed over. */
  boolean hasRoom() {
    return entries.size() < mostDocuments && characters < mostCharacters;
  }

  /**
   * Takes a document.
   *
   * @return whether a form was left out: the one that waited, or this one if it is older
   */
  boolean offer(Document document, long now) {
    Key key = Key.of(document);
    Entry entry = entries.computeIfAbsent(key, unused -> new Entry(now));
    Attempt offered = Attempt.first(document, entry.requests + 1);
    Attempt waiting = entry.next;
    if (waiting != null && waiting.standing().keepsOut(offered.standing())) {
      return true;
    }
    if (waiting == null && !entry.inFlight) {
      ready.add(key);
    }
    put(entry, waiting == null ? offered : offered.inPlaceOf(waiting));
    return waiting != null;
  }

  /** Takes requests whose time has come, the longest waiting first; they are then under way. */
  List<Attempt> take(int most, long now) {
    endPauses(now);
    List<Attempt> taken = new ArrayList<>();
    var keys = ready.iterator();
    while (keys.hasNext() && taken.size() < most) {
      Entry entry = entries.get(keys.next());
      keys.remove();
      taken.add(entry.next);
      characters -= entry.next.document().body().length();
      entry.requests = entry.next.number();
      entry.next = null;
      entry.inFlight = true;
      inFlight++;
    }
    return taken;
  }

  /**
   * A request has come back, and another must follow. Where a newer form waits, that one is written
   * instead.
   *
   * @param due when
   * @return whether the form of this request was left out
   */
  boolean again(Attempt next, long due, long now) {
    Key key = Key.of(next.document());
    Entry entry = landed(key);
    boolean leftOut = entry.next != null;
    boolean newer = leftOut && !next.standing().keepsOut(entry.next.standing());
    put(entry, newer ? entry.next.afresh(next.number()) : next);
    if (due > now) {
      pauses.add(new Pause(key, due));
    } else {
      ready.add(key);
    }
    return leftOut;
  }

  /** A request has come back, and its form is done with. */
  void settled(Attempt attempt, long now) {
    Key key = Key.of(attempt.document());
    Entry entry = landed(key);
    entries.remove(key);
    if (entry.next != null) {
      entry.requests = 0;
      entry.next = entry.next.afresh(1);
      entry.since = now;
      entries.put(key, entry);
      ready.add(key);
    }
  }

  /** How many requests may be sent now. */
  int ready(long now) {
    endPauses(now);
    return ready.size();
  }

  /** When the next pause ends. */
  OptionalLong pauseEnds() {
    return pauses.isEmpty() ? OptionalLong.empty() : OptionalLong.of(pauses.peek().until());
  }

  /** How many documents wait or are under way. */
  int size() {
    return entries.size();
  }

  /** How many requests are under way. */
  int inFlight() {
    return inFlight;
  }

  /** Since when the longest waiting document waits for its end. */
  OptionalLong oldestSince() {
    var oldest = entries.values().iterator();
    return oldest.hasNext() ? OptionalLong.of(oldest.next().since) : OptionalLong.empty();
  }

  private Entry landed(Key key) {
    Entry entry = entries.get(key);
    if (entry == null || !entry.inFlight) {
      throw new IllegalStateException("No request is under way for " + key);
    }
    entry.inFlight = false;
    inFlight--;
    return entry;
  }

  private void put(Entry entry, Attempt next) {
    if (entry.next != null) {
      characters -= entry.next.document().body().length();
    }
    entry.next = next;
    characters += next.document().body().length();
  }

  private void endPauses(long now) {
    while (!pauses.isEmpty() && pauses.peek().until() <= now) {
      ready.add(pauses.poll().key());
    }
  }
}
