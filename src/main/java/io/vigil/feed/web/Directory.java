package io.vigil.feed.web;

/** What people are called. The stores know them by ids alone. */
@FunctionalInterface
public interface Directory {
  /** Everybody is called by their id. */
  Directory IDS = id -> id;

  /** What a participant is called, as plain text; the id where that is not known. */
  String name(String participantId);
}
