package io.vigil.cli;

import io.vigil.model.Model;
import io.vigil.model.ModelArtifact;
import io.vigil.train.PmmlExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a model for tools that know nothing of Vigil. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a model as PMML 4.4: the probabilities of the classes, given the features of one window.",
      "The features themselves and the smoothing over neighbouring windows are not part of it."
    })
final class ModelsExportCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand ModelsCommand models;

  @Parameters(
      paramLabel = "MODEL",
      description = "An alias, a place, name:version, a name or a file.")
  String reference;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "pmml",
      description = "pmml (default: ${DEFAULT-VALUE}).")
  String format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Write it here; what is there is replaced.")
  Path out;

  @Override
  public Integer call() throws IOException {
    if (!format.equals("pmml")) {
      throw new UsageException("--format is '%s', expected pmml".formatted(format));
    }
    ModelArtifact artifact = ModelArtifact.read(models.models().resolve(reference));
    Model.load(artifact);
    byte[] document = PmmlExport.of(artifact);
    Files.write(out, document);
    spec.commandLine()
        .getOut()
        .println(
            models.json
                ? Json.line(artifact.id())
                : "Wrote %s, %,d bytes, to %s"
                    .formatted(artifact.id().reference(), document.length, out));
    return 0;
  }
}
