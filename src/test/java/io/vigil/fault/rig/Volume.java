package io.vigil.fault.rig;

import io.vigil.Await;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A folder that is a small disk of its own, where this machine lets us mount one: it can be full,
 * and it can be read-only. Elsewhere it is a folder like others.
 */
public final class Volume implements AutoCloseable {
  /** Enough for what is remembered of very many people, little enough to be filled. */
  private static final int MEGABYTES = 2048;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path folder;
  private final boolean mounted;

  private Volume(Path folder, boolean mounted) {
    this.folder = folder;
    this.mounted = mounted;
  }

  /** A folder that is made, as a disk of its own where that is possible. */
  public static Volume at(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new Volume(
        folder, run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", "" + folder));
  }

  public Path folder() {
    return folder;
  }

  /** Whether it is a disk of its own. */
  public boolean isDisk() {
    return mounted;
  }

  /** Leaves no room on it. */
  public void fill() throws IOException {
    byte[] block = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(filler())) {
      for (int written = 0; written < MEGABYTES; written++) {
        out.write(block);
      }
    } catch (IOException full) {
      return;
    }
    throw new IOException(folder + " took more than it holds");
  }

  /** Makes room again. */
  public void empty() throws IOException {
    Files.deleteIfExists(filler());
  }

  /** Nothing can be written to it; it waits until nobody is writing. */
  public void readOnly() {
    Await.until(
        folder + " to be read-only", PATIENCE, () -> run("mount", "-o", "remount,ro", "" + folder));
  }

  /** It can be written to again. */
  public void writable() throws IOException {
    if (!run("mount", "-o", "remount,rw", "" + folder)) {
      throw new IOException(folder + " stays read-only");
    }
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  private static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException thereIsNone) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in " + String.join(" ", command), e);
    }
  }

  @Override
  public void close() throws IOException {
    if (mounted && !run("umount", "-l", "" + folder)) {
      throw new IOException(folder + " stays mounted");
    }
  }
}
