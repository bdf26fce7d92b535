package io.vigil.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where a bookmark is kept. A new one takes the place of the old one at once, so that whatever ends
 * the process leaves a whole one.
 *
 * @param path of the file
 */
public record BookmarkFile(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The bookmark, if there is one. */
  public Optional<Bookmark> read() throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(path), Bookmark.class));
    } catch (JsonProcessingException | NullPointerException e) {
      throw new IOException(
          path
              + " should say how far the files are sent, but cannot be understood; nothing was"
              + " sent, --again sends all of them from the start",
          e);
    }
  }

  void write(Bookmark bookmark) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Path next = path.resolveSibling(path.getFileName() + ".part");
    Files.write(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(bookmark));
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
