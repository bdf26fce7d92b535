package io.vigil.cli;

import io.vigil.sensor.RawMessage;
import io.vigil.source.polled.Pages;
import io.vigil.source.polled.PolledSplit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The messages of a day, of which the afternoon comes when it is let in. */
final class GatedDay implements Pages<RawMessage> {
  private static final int PAGE = 200;
  private static final AtomicBoolean OPEN = new AtomicBoolean();
  private static volatile List<RawMessage> day = List.of();
  private static volatile int noon;

  /** The next job in this process reads this. */
  static void of(List<RawMessage> messages, int morning) {
    day = messages;
    noon = morning;
    OPEN.set(false);
  }

  static void open() {
    OPEN.set(true);
  }

  @Override
  public Page<RawMessage> after(PolledSplit position) {
    int from = (int) position.read();
    int end = OPEN.get() ? day.size() : noon;
    int to = Math.min(end, from + PAGE);
    return new Page<>(day.subList(from, to), Integer.toString(to), to < end);
  }
}
