package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened to alerts and is not told yet, each once: a change feed may skip forms of an alert,
 * and may hand on one again. It remembers a number for every alert it was ever shown.
 */
final class Transitions {
  private final Map<String, Integer> told = new HashMap<>();

  /** What this form of an alert tells that none before did, the oldest first. */
  List<Transition> newIn(Alert alert) {
    List<Transition> news = new ArrayList<>();
    List<Entry> kept = alert.history().kept();
    int next = told.getOrDefault(alert.id(), 0);
    for (int line = 0; line < kept.size(); line++) {
      // The first line is always kept; those that are only counted came right after it.
      int position = line == 0 ? 0 : line + alert.history().folded();
      if (position >= next) {
        news.add(new Transition(alert, position, kept.get(line), position - next));
        next = position + 1;
      }
    }
    told.put(alert.id(), next);
    return news;
  }
}
