package io.vigil.cli;

import io.vigil.lake.ExampleFiles;
import io.vigil.model.Sha256;
import io.vigil.source.FilePlan;
import io.vigil.train.DatasetCard;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The files that were trained on, as a card names them. */
final class SourceFiles {

  /** Historical files. */
  static List<DatasetCard.SourceFile> of(FilePlan plan) throws IOException {
    List<DatasetCard.SourceFile> files = new ArrayList<>();
    for (String file : plan.rowsByFile().keySet()) {
      Path path = Path.of(file);
      try (InputStream in = Files.newInputStream(path)) {
        files.add(file(path.getFileName().toString(), in));
      }
    }
    return List.copyOf(files);
  }

  /** The files of a lake. */
  static List<DatasetCard.SourceFile> of(ExampleFiles lake) throws IOException {
    List<DatasetCard.SourceFile> files = new ArrayList<>();
    lake.open((name, in) -> files.add(file(name, in)));
    return List.copyOf(files);
  }

  private static DatasetCard.SourceFile file(String name, InputStream in) throws IOException {
    MessageDigest digest = Sha256.digest();
    long bytes = new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
    return new DatasetCard.SourceFile(name, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private SourceFiles() {}
}
