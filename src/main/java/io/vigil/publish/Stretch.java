package io.vigil.publish;

import java.io.IOException;
import java.time.Duration;

/**
 * Messages that are handed over but perhaps not in the hub. When there are enough of them they are
 * flushed, and the bookmark moves on behind them.
 */
final class Stretch {
  private static final int MOST_MESSAGES = 2_000;
  private static final long LONGEST_NANOS = Duration.ofSeconds(2).toNanos();

  private final Publisher publisher;
  private final BookmarkFile file;
  private Bookmark bookmark;
  private long position;
  private long flushedNanos;

  Stretch(Publisher publisher, BookmarkFile file, Bookmark from, long nowNanos) {
    this.publisher = publisher;
    this.file = file;
    this.bookmark = from;
    this.position = from.messages();
    this.flushedNanos = nowNanos;
  }

  /** One more message is handed over, or refused. */
  void grow(long nowNanos) throws IOException {
    position++;
    if (position - bookmark.messages() >= MOST_MESSAGES
        || nowNanos - flushedNanos >= LONGEST_NANOS) {
      end(nowNanos);
    }
  }

  /** Ends here: when this returns, all that was handed over is in the hub, and so it is noted. */
  void end(long nowNanos) throws IOException {
    flushedNanos = nowNanos;
    if (position > bookmark.messages()) {
      publisher.flush();
      bookmark = bookmark.at(position);
      file.write(bookmark);
    }
  }

  /** Ends here, and no more messages will come. */
  void endOfAll(long nowNanos) throws IOException {
    end(nowNanos);
    file.write(bookmark.atTheEnd());
  }
}
