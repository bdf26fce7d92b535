package io.vigil.cli;

import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Writes containers' documents as files of JSON lines, ordered by participant and time: the same
 * documents give the same bytes. The files appear when all of them are whole.
 */
final class JsonLines {

  static void write(DocumentStore store, List<Container> containers, Path folder) {
    try {
      for (Container container : containers) {
        write(store, container, unfinished(folder, container));
      }
      for (Container container : containers) {
        Path file = folder.resolve(container.title() + ".jsonl");
        Files.move(unfinished(folder, container), file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailed("%s could not be written: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static Path unfinished(Path folder, Container container) {
    return folder.resolve(container.title() + ".jsonl.part");
  }

  private static void write(DocumentStore store, Container container, Path file)
      throws IOException {
    // Also when the process is told to stop in the midst of it.
    file.toFile().deleteOnExit();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      store.scan(container, document -> line(out, document));
    }
  }

  private static void line(BufferedWriter out, Document document) {
    try {
      out.write(document.body());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonLines() {}
}
