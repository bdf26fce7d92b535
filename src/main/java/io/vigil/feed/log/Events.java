package io.vigil.feed.log;

import io.vigil.store.Document;
import java.util.List;

/** What is to be told of a document that changed. */
@FunctionalInterface
public interface Events {

  /**
   * The events that a document's newest form stands for, told before or not.
   *
   * @throws IllegalArgumentException where the document is none of its kind, saying why
   */
  List<FeedEvent> of(Document changed);
}
