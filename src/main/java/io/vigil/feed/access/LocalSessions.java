package io.vigil.feed.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The sessions of this machine, in a file that holds only their hashes: who reads it cannot enter
 * by it. The newest {@value #MOST} are kept.
 */
public final class LocalSessions {
  private static final int MOST = 16;

  private final Path file;
  private final List<String> hashes;

  private LocalSessions(Path file, List<String> hashes) {
    this.file = file;
    this.hashes = hashes;
  }

  /** Reads those of a file, where there is one. */
  public static LocalSessions in(Path file) {
    try {
      List<String> hashes = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return new LocalSessions(file, new ArrayList<>(hashes));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The sessions %s cannot be read; delete the file to begin anew".formatted(file), e);
    }
  }

  synchronized void add(String session) {
    hashes.add(hash(session));
    while (hashes.size() > MOST) {
      hashes.remove(0);
    }
    try {
      Files.write(file, hashes);
    } catch (IOException e) {
      throw new UncheckedIOException("The sessions %s cannot be written".formatted(file), e);
    }
  }

  synchronized boolean has(String session) {
    return hashes.contains(hash(session));
  }

  private static String hash(String session) {
    return HexFormat.of().formatHex(Sha256.digest().digest(session.getBytes(UTF_8)));
  }
}
