package io.vigil.cli;

import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Which files a command reads, and what they do not say of themselves. */
final class InputOptions extends FormatOptions {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Historical files, .gz too.")
  List<Path> files;

  /** The files, checked. */
  FilePlan plan(Settings settings) throws IOException {
    return plan(settings, files);
  }
}
