package io.vigil.feed.access.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One trail: entries, a line of JSON each, that are only ever added. Safe for use by several
 * threads.
 */
final class AuditTrail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final int FILES_READ = 32;

  /** In ASCII, so that no cut leaves half a letter, and no letter turns a line around. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final AuditFiles files;
  private final InstantSource clock;
  private FileChannel file;
  private long written;
  private long unwritten;

  AuditTrail(AuditFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  /**
   * Adds an entry. One that cannot be written is logged and counted, and the feed goes on: a full
   * disk must not keep anybody from seeing who has fallen.
   */
  synchronized void add(AuditEntry entry) {
    try {
      byte[] line = (JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
      ByteBuffer bytes = ByteBuffer.wrap(line);
      FileChannel to = file(line.length);
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
      written++;
    } catch (IOException e) {
      unwritten++;
      LOG.error(
          "The audit trail in {} cannot be written, {} in all: {}",
          files.folder(),
          unwritten,
          entry,
          e);
    }
  }

  /** How many entries were written. */
  synchronized long written() {
    return written;
  }

  /** How many entries could not be written. */
  synchronized long unwritten() {
    return unwritten;
  }

  /**
   * The newest entries of a kind, the newest first, at most so many, from the newest {@value
   * #FILES_READ} files. Nobody waits for it: lines are only ever added.
   */
  List<AuditEntry> newest(int most, Predicate<AuditEntry> kind) throws IOException {
    List<AuditEntry> found = new ArrayList<>();
    List<Path> all = files.all();
    int last = Math.max(0, all.size() - FILES_READ);
    for (int place = all.size() - 1; place >= last && found.size() < most; place--) {
      found.addAll(newest(all.get(place), most - found.size(), kind));
    }
    return found;
  }

  private static Deque<AuditEntry> newest(Path file, int most, Predicate<AuditEntry> kind)
      throws IOException {
    Deque<AuditEntry> newest = new ArrayDeque<>();
    try (Stream<String> lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        AuditEntry entry = read(line);
        if (entry != null && kind.test(entry)) {
          newest.addFirst(entry);
          if (newest.size() > most) {
            newest.removeLast();
          }
        }
      }
    } catch (NoSuchFileException e) {
      // It became too old meanwhile.
      return newest;
    }
    return newest;
  }

  /** A line; null where it was cut short when the machine went down. */
  private static AuditEntry read(String line) {
    try {
      return JSON.readValue(line, AuditEntry.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private FileChannel file(int more) throws IOException {
    if (file != null && file.size() + more > files.mostBytes()) {
      close();
    }
    if (file == null) {
      Files.createDirectories(files.folder());
      file =
          FileChannel.open(
              files.begin(clock.instant()),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.APPEND);
      files.clear(clock.instant());
    }
    return file;
  }

  @Override
  public synchronized void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      LOG.warn(
          "A file of the audit trail in {} could not be closed: {}",
          files.folder(),
          e.getMessage());
    }
    file = null;
  }
}
