package io.vigil.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One process's right to a file that two must not write, by a lock on a file beside it. The system
 * takes the lock back when the process ends, however it ends; the file beside stays, and means
 * nothing by itself.
 */
public final class SoleUse implements AutoCloseable {
  // A lock is the process's: a second channel of the same process would, closed, end the first's.
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path lock;
  private final FileChannel channel;

  private SoleUse(Path lock, FileChannel channel) {
    this.lock = lock;
    this.channel = channel;
  }

  /**
   * Takes the right, until it is closed.
   *
   * @param what the file is called in messages, such as {@code The feed's log}
   * @throws StoreException where another has it, saying who, or it cannot be had
   */
  public static SoleUse of(String what, Path file) {
    try {
      Path lock = beside(file);
      if (!OURS.add(lock)) {
        throw taken(what, file, "this process, " + ProcessHandle.current().pid());
      }
      FileChannel channel = null;
      boolean had = false;
      try {
        channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
          throw taken(what, file, signedBy(lock));
        }
        sign(channel);
        had = true;
        return new SoleUse(lock, channel);
      } finally {
        if (!had) {
          leave(lock, channel);
        }
      }
    } catch (IOException e) {
      throw new StoreException(
          "%s %s cannot be locked (%s); expected a place where a file can be made beside it"
              .formatted(what, file, e.getMessage()),
          e);
    }
  }

  /** By its real place: one file may be known by several paths. */
  private static Path beside(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // Not made where it is there: a link to a folder would be taken for something else.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    return folder.toRealPath().resolve(file.getFileName() + ".lock");
  }

  /** Says who has it, for whoever comes second. */
  private static void sign(FileChannel channel) throws IOException {
    channel.truncate(0);
    String process = Long.toString(ProcessHandle.current().pid());
    channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String signedBy(Path lock) throws IOException {
    String process = Files.readString(lock).strip();
    return process.isEmpty() ? "another process" : "process " + process;
  }

  private static StoreException taken(String what, Path file, String who) {
    return new StoreException(
        "%s %s is in use by %s; expected one feed at a time: stop that one, or give this one a file of its own"
            .formatted(what, file, who),
        null);
  }

  private static void leave(Path lock, FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      OURS.remove(lock);
    }
  }

  @Override
  public void close() {
    if (channel.isOpen()) {
      try {
        leave(lock, channel);
      } catch (IOException e) {
        throw new StoreException("The lock %s could not be given back".formatted(lock), e);
      }
    }
  }
}
