package io.vigil.feed.board;

import io.vigil.store.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All alerts with which something is to be done, and the newest of the others. Safe for use by
 * several threads.
 */
public final class AlertBoard {
  private static final Logger LOG = LoggerFactory.getLogger(AlertBoard.class);
  private static final int MOST = 10_000;

  private final Map<String, AlertRow> rows = new ConcurrentHashMap<>();
  private final int most;

  public AlertBoard() {
    this(MOST);
  }

  /**
   * @param most how many are kept, unless more are not done
   */
  AlertBoard(int most) {
    this.most = most;
  }

  /** Takes in what the store holds; an older form changes nothing. */
  public void take(List<Document> documents) {
    documents.forEach(this::take);
  }

  /** Takes in one document. */
  public void take(Document document) {
    try {
      AlertRow row = AlertRow.of(document);
      rows.merge(
          row.id(), row, (known, next) -> next.revision() >= known.revision() ? next : known);
    } catch (IllegalArgumentException e) {
      LOG.warn("{}; it is not shown", e.getMessage());
    }
    if (rows.size() > most + most / 10) {
      rows.values().stream()
          .filter(AlertRow::isDone)
          .sorted(Comparator.comparingLong(AlertRow::start))
          .limit(rows.size() - most)
          .map(AlertRow::id)
          .toList()
          .forEach(rows::remove);
    }
  }

  /** Forgets all alerts of a participant. */
  public void erase(String participantId) {
    rows.values().removeIf(row -> row.participantId().equals(participantId));
  }

  /** Those that are asked for, in {@link AlertRow#ORDER}. */
  public Stream<AlertRow> find(Predicate<AlertRow> asked) {
    return rows.values().stream().filter(asked).sorted(AlertRow.ORDER);
  }
}
