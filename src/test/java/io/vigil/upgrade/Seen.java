package io.vigil.upgrade;

import io.vigil.sensor.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.functions.MapFunction;

/** Counts the lines that came out of a source, so that a test knows when it may go on. */
final class Seen implements MapFunction<RawMessage, RawMessage> {
  private static final long serialVersionUID = 1L;
  private static final Map<String, LongAdder> LINES = new ConcurrentHashMap<>();

  private final String source;

  Seen(String source) {
    this.source = source;
  }

  /** How many lines of a source all jobs of this process have read. */
  static long of(String source) {
    LongAdder lines = LINES.get(source);
    return lines == null ? 0 : lines.sum();
  }

  @Override
  public RawMessage map(RawMessage message) {
    LINES
        .computeIfAbsent(source, first -> new LongAdder())
        .add(new String(message.payload(), StandardCharsets.UTF_8).lines().count());
    return message;
  }
}
