package io.vigil.store;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * How far the changes of a container are read.
 *
 * @param container whose
 * @param continuation as the store gave it, or the empty string at the beginning
 * @param read how many were
 */
record ChangesSplit(Container container, String continuation, long read) implements SourceSplit {

  static ChangesSplit beginningOf(Container container) {
    return new ChangesSplit(container, "", 0);
  }

  ChangesSplit after(DocumentStore.Changes page) {
    return new ChangesSplit(container, page.continuation(), read + page.documents().size());
  }

  @Override
  public String splitId() {
    return container.title();
  }
}
