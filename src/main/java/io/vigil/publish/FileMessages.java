package io.vigil.publish;

import io.vigil.sensor.DeviceBatch;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import io.vigil.source.FileChunks;
import io.vigil.source.HistoricalSplit;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The messages of files that are read one after the other, in the order in which they stand there.
 *
 * <p>A line of a {@code jsonl} file is a message already, and lines stand in the order in which
 * they were sent: none is due before those above it. Rows of a {@code csv} file are samples of many
 * people: only the rows of one person wait for one another.
 */
final class FileMessages implements Iterator<Outgoing>, Closeable {
  private final HistoricalSplit split;
  private final UsableSamples usable;
  private final SecondsOfSamples seconds = new SecondsOfSamples(this::queue);
  private final Deque<Outgoing> ready = new ArrayDeque<>();
  private final Map<String, Long> latest = new HashMap<>();
  private int file;
  private FileChunks chunks;

  FileMessages(HistoricalSplit split, UsableSamples usable) {
    this.split = split;
    this.usable = usable;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && file < split.files().size()) {
      readOn();
    }
    return !ready.isEmpty();
  }

  @Override
  public Outgoing next() {
    if (!hasNext()) {
      throw new NoSuchElementException(split.id() + " is read to its end");
    }
    return ready.remove();
  }

  private void readOn() {
    if (chunks == null) {
      chunks = new FileChunks(split.files().get(file), split.format(), 0, "");
    }
    RawMessage chunk = chunks.next();
    if (chunk != null) {
      usable.of(chunk, batch -> take(batch));
      return;
    }
    seconds.finish();
    file++;
    closeFile();
  }

  private void take(DeviceBatch batch) {
    if (batch.whole()) {
      queue(batch);
    } else {
      seconds.add(batch);
    }
  }

  private void queue(DeviceBatch batch) {
    String waitingFor = split.format() == MessageFormat.CSV ? batch.participantId() : "";
    long due = latest.merge(waitingFor, batch.times()[batch.size() - 1], Math::max);
    ready.add(new Outgoing(batch, due));
  }

  private void closeFile() {
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (chunks != null) {
      chunks.close();
      chunks = null;
    }
  }
}
