package io.vigil.cli;

import io.vigil.cli.Summary.Samples;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Prints a run's summary; a run whose samples do not add up has failed. */
final class Report {

  static int print(CommandSpec spec, Summary summary, boolean json) {
    spec.commandLine().getOut().println(json ? summary.json() : summary.text().stripTrailing());
    return exitCode(spec, summary);
  }

  static int exitCode(CommandSpec spec, Summary summary) {
    Samples samples = summary.samples();
    if (samples.addUp() && samples.invalid() == samples.read()) {
      spec.commandLine()
          .getErr()
          .printf(
              "vigil: none of the %,d samples read could be used; are --format and --unit right?%n",
              samples.read());
      return ExitCode.SOFTWARE;
    }
    if (samples.addUp()) {
      return ExitCode.OK;
    }
    spec.commandLine()
        .getErr()
        .println(
            "vigil: the samples read are not those accounted for; what was written is not to be trusted."
                + " Please report this with the summary above.");
    return ExitCode.SOFTWARE;
  }

  private Report() {}
}
