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

/**
 * Writes a container's documents as a file of JSON lines, ordered by participant and time: the same
 * documents give the same bytes. The file appears when it is whole.
 */
final class JsonLines {

  static void write(DocumentStore store, Container container, Path folder) {
    Path file = folder.resolve(container.title() + ".jsonl");
    Path unfinished = folder.resolve(container.title() + ".jsonl.part");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(unfinished)) {
        store.scan(container, document -> line(out, document));
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFailed("%s could not be written: %s".formatted(file, e.getMessage()), e);
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
