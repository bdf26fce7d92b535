package io.vigil.source.polled;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * How far something is read.
 *
 * @param name of what is read
 * @param continuation as the last page gave it, or the empty string at the beginning
 * @param read how many values were
 */
public record PolledSplit(String name, String continuation, long read) implements SourceSplit {

  static PolledSplit beginningOf(String name) {
    return new PolledSplit(name, "", 0);
  }

  PolledSplit after(Pages.Page<?> page) {
    return new PolledSplit(name, page.continuation(), read + page.values().size());
  }

  @Override
  public String splitId() {
    return name;
  }
}
