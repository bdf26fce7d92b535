package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A physical partition: the documents of one stretch of the ring, and the order of their writes.
 */
final class Partition {
  private final String id;
  private final KeyRange range;
  private final Map<DocumentKey, StoredDocument> documents = new HashMap<>();
  private final NavigableMap<Long, StoredDocument> byNumber = new TreeMap<>();
  private final NavigableMap<Long, StoredDocument> byLsn = new TreeMap<>();
  private long lsn;

  Partition(String id, KeyRange range) {
    this.id = id;
    this.range = range;
  }

  String id() {
    return id;
  }

  KeyRange range() {
    return range;
  }

  /** Does something while nobody else reads or writes here. */
  synchronized <T> T alone(Supplier<T> work) {
    return work.get();
  }

  /** The newest write's number; the first has 1. */
  synchronized long lsn() {
    return lsn;
  }

  /** The document, or null. */
  synchronized StoredDocument find(DocumentKey key) {
    return documents.get(key);
  }

  synchronized long nextLsn() {
    return lsn + 1;
  }

  synchronized void put(StoredDocument document) {
    StoredDocument before =
        documents.put(new DocumentKey(document.key().toString(), document.id()), document);
    if (before != null) {
      byLsn.remove(before.lsn());
    }
    byNumber.put(document.number(), document);
    byLsn.put(document.lsn(), document);
    lsn = document.lsn();
  }

  synchronized void remove(StoredDocument document) {
    documents.remove(new DocumentKey(document.key().toString(), document.id()));
    byNumber.remove(document.number());
    byLsn.remove(document.lsn());
    lsn++;
  }

  /** Puts a document back as it was, or away where it was not: for a batch that failed. */
  synchronized void restore(DocumentKey key, StoredDocument before) {
    StoredDocument now = documents.get(key);
    if (now != null) {
      remove(now);
    }
    if (before != null) {
      documents.put(key, before);
      byNumber.put(before.number(), before);
      byLsn.put(before.lsn(), before);
    }
  }

  /** All that match, in the order of their creation. */
  synchronized List<StoredDocument> all(Predicate<StoredDocument> which) {
    return matching(byNumber.values(), which, Integer.MAX_VALUE);
  }

  /** The newest forms written after a moment, oldest first, at most so many. */
  synchronized List<StoredDocument> after(long seen, Predicate<StoredDocument> which, int most) {
    return matching(byLsn.tailMap(seen, false).values(), which, most);
  }

  private static List<StoredDocument> matching(
      Collection<StoredDocument> from, Predicate<StoredDocument> which, int most) {
    List<StoredDocument> found = new ArrayList<>();
    for (StoredDocument document : from) {
      if (found.size() == most) {
        break;
      }
      if (which.test(document)) {
        found.add(document);
      }
    }
    return found;
  }

  ObjectNode describe(String containerRid, long ts) {
    ObjectNode json = Json.object();
    json.put("_rid", containerRid);
    json.put("id", id);
    json.put("_etag", "\"0\"");
    json.put("minInclusive", range.min());
    json.put("maxExclusive", range.max());
    json.put("ridPrefix", 0);
    json.put("_self", "dbs/" + containerRid + "/pkranges/" + id + "/");
    json.put("throughputFraction", 1);
    json.put("status", "online");
    json.set("parents", Json.array());
    json.put("_ts", ts);
    return json;
  }
}
