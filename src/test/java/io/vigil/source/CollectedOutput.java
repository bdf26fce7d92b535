package io.vigil.source;

import io.vigil.sensor.RawMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** Keeps what a reader gives. */
public final class CollectedOutput implements ReaderOutput<RawMessage> {
  private final List<RawMessage> messages = new ArrayList<>();

  public List<RawMessage> messages() {
    return messages;
  }

  @Override
  public void collect(RawMessage message) {
    messages.add(message);
  }

  @Override
  public void collect(RawMessage message, long timestamp) {
    messages.add(message);
  }

  @Override
  public void emitWatermark(Watermark watermark) {}

  @Override
  public void markIdle() {}

  @Override
  public void markActive() {}

  @Override
  public SourceOutput<RawMessage> createOutputForSplit(String splitId) {
    return this;
  }

  @Override
  public void releaseOutputForSplit(String splitId) {}
}
