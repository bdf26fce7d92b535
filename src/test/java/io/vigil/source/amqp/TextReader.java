package io.vigil.source.amqp;

import io.vigil.sensor.RawMessage;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/** Gives the bodies of messages as texts, which can be compared. */
final class TextReader extends WrappedReader<String> {
  private ReaderOutput<RawMessage> texts;

  TextReader(SourceReader<RawMessage, PartitionSplit> within) {
    super(within);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<String> output) throws Exception {
    if (texts == null) {
      texts = new Texts(output);
    }
    return within.pollNext(texts);
  }

  private record Texts(ReaderOutput<String> output) implements ReaderOutput<RawMessage> {
    @Override
    public void collect(RawMessage message) {
      output.collect(new String(message.payload(), StandardCharsets.UTF_8));
    }

    @Override
    public void collect(RawMessage message, long timestamp) {
      output.collect(new String(message.payload(), StandardCharsets.UTF_8), timestamp);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      output.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
      output.markIdle();
    }

    @Override
    public void markActive() {
      output.markActive();
    }

    @Override
    public SourceOutput<RawMessage> createOutputForSplit(String splitId) {
      // Records of one split keep their order without an output of their own.
      return this;
    }

    @Override
    public void releaseOutputForSplit(String splitId) {}
  }
}
