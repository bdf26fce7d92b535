package io.vigil.fault.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.store.Container;
import io.vigil.store.cosmos.server.CosmosServer;
import io.vigil.store.cosmos.server.Journal;
import io.vigil.store.cosmos.server.RequestKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches what Cosmos DB commits, write by write: when something new came, what was written again,
 * what went back.
 */
public final class Writes implements AutoCloseable {
  private static final long LOOK_NANOS = 20_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CosmosServer cosmos;
  private final Map<String, String> bodies = new HashMap<>();
  private final Map<String, Long> revisions = new HashMap<>();
  private final TreeSet<String> backwards = new TreeSet<>();
  private final TreeSet<String> changed = new TreeSet<>();
  private final List<Label> firsts = new ArrayList<>();
  private final Thread thread = new Thread(this::watch, "writes");
  private volatile boolean ended;
  private int seen;
  private long again;

  /**
   * The first write of a window's label.
   *
   * @param nanos when it was seen
   * @param participantId whose
   * @param start of the window
   */
  private record Label(long nanos, String participantId, Instant start) {}

  private Writes(CosmosServer cosmos) {
    this.cosmos = cosmos;
    thread.setDaemon(true);
    thread.start();
  }

  static Writes to(CosmosServer cosmos) {
    return new Writes(cosmos);
  }

  private void watch() {
    while (!ended) {
      look();
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private synchronized void look() {
    long now = System.nanoTime();
    List<Journal.Entry> more = cosmos.journal(seen);
    seen += more.size();
    more.forEach(entry -> take(entry, now));
  }

  private void take(Journal.Entry entry, long now) {
    String key = entry.container() + "/" + entry.id();
    boolean isPrediction = entry.container().equals(Container.PREDICTIONS.title());
    if (entry.kind() == RequestKind.DELETE) {
      bodies.remove(key);
      return;
    }
    String before = bodies.put(key, entry.body());
    if (before == null && isPrediction) {
      JsonNode label = json(entry.body());
      firsts.add(
          new Label(
              now,
              label.path("participantId").asText(),
              Instant.parse(label.path("start").asText())));
    } else if (entry.body().equals(before)) {
      again++;
    } else if (before != null && isPrediction) {
      changed.add(key);
    }
    if (entry.container().equals(Container.ALERTS.title())) {
      Long newest = revisions.get(key);
      long revision = json(entry.body()).path("revision").asLong();
      if (newest != null && newest >= revision) {
        backwards.add(key);
      }
      revisions.put(key, revision);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * When each participant who was ever seen had a window labelled that began after a moment, by
   * {@link System#nanoTime}; those who had none yet at {@link Long#MAX_VALUE}.
   */
  public synchronized Map<String, Long> labelledAfter(Instant moment) {
    look();
    Map<String, Long> first = new TreeMap<>();
    for (Label label : firsts) {
      first.merge(
          label.participantId,
          label.start.isAfter(moment) ? label.nanos : Long.MAX_VALUE,
          Math::min);
    }
    return first;
  }

  /** How many labels of windows there are. */
  public synchronized int labels() {
    look();
    return firsts.size();
  }

  /** How many writes left a document as it was. */
  public synchronized long again() {
    look();
    return again;
  }

  /** Labels of windows that were written once more with another content. */
  public synchronized TreeSet<String> changed() {
    look();
    return new TreeSet<>(changed);
  }

  /** Alerts that had a revision which was not newer than the one before. */
  public synchronized TreeSet<String> backwards() {
    look();
    return new TreeSet<>(backwards);
  }

  /** What the store holds in the end, by {@code container/id}. */
  public synchronized Map<String, String> bodies() {
    look();
    return new HashMap<>(bodies);
  }

  @Override
  public void close() {
    ended = true;
    LockSupport.unpark(thread);
  }
}
