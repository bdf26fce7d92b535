package io.vigil.cli;

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

  static List<DatasetCard.SourceFile> of(FilePlan plan) throws IOException {
    List<DatasetCard.SourceFile> files = new ArrayList<>();
    for (String file : plan.rowsByFile().keySet()) {
      Path path = Path.of(file);
      MessageDigest digest = Sha256.digest();
      try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
        long bytes = in.transferTo(OutputStream.nullOutputStream());
        files.add(
            new DatasetCard.SourceFile(
                path.getFileName().toString(), bytes, HexFormat.of().formatHex(digest.digest())));
      }
    }
    return List.copyOf(files);
  }

  private SourceFiles() {}
}
