package io.vigil.feed.people;

import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.RefusedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory as its file has it now. Looked at when it is asked for, at most once in {@link
 * #LOOK_EVERY}; a file that became wrong, or went, leaves the directory that was in force. Safe for
 * use by several threads.
 */
public final class DirectoryFile implements Supplier<Directory> {
  /** How long a change may stay unseen. */
  public static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryFile.class);

  private final Path file;
  private final Pseudonyms pseudonyms;
  private final InstantSource clock;
  private Instant looked;
  private String text;
  private String fault = "";
  private volatile Directory inForce;

  private DirectoryFile(Path file, Pseudonyms pseudonyms, InstantSource clock, String text) {
    this.file = file;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
    this.text = text;
    this.inForce = Directory.read(file.toString(), text, pseudonyms);
    this.looked = clock.instant();
  }

  /**
   * Reads the file for the first time.
   *
   * @param pseudonyms under which stores know participants; used by this directory alone
   * @throws IOException if it cannot be read
   * @throws RefusedSettings if something in it is not allowed; the message names every such thing
   */
  public static DirectoryFile open(Path file, Pseudonyms pseudonyms, InstantSource clock)
      throws IOException {
    return new DirectoryFile(file, pseudonyms, clock, Files.readString(file));
  }

  @Override
  public Directory get() {
    look();
    return inForce;
  }

  /** Why the file as it is now is not in force; the empty string where it is. */
  public synchronized String fault() {
    return fault;
  }

  private synchronized void look() {
    Instant now = clock.instant();
    if (now.isBefore(looked.plus(LOOK_EVERY))) {
      return;
    }
    looked = now;
    try {
      String found = Files.readString(file);
      if (!found.equals(text)) {
        text = found;
        read(found);
      }
    } catch (IOException e) {
      // It is looked for again as if it had changed, so that its return is seen.
      text = "";
      refuse(file + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void read(String found) {
    try {
      inForce = Directory.read(file.toString(), found, pseudonyms);
      fault = "";
      LOG.info("The directory {} was read again: {}", file, inForce);
    } catch (RefusedSettings e) {
      refuse(e.getMessage());
    }
  }

  private void refuse(String why) {
    if (!why.equals(fault)) {
      fault = why;
      LOG.warn("The directory is refused, and the one read before stays in force: {}", why);
    }
  }
}
