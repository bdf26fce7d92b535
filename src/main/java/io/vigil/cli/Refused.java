package io.vigil.cli;

import picocli.CommandLine.Model.CommandSpec;

/** Says how many rows could not be used, where the dead letters are not kept. */
final class Refused {

  static void say(CommandSpec spec, long rows) {
    if (rows > 0) {
      spec.commandLine()
          .getErr()
          .printf(
              "vigil: %,d rows could not be used and were left out; `vigil replay --out DIR` with the"
                  + " same files says which and why (deadletters.jsonl)%n",
              rows);
    }
  }

  private Refused() {}
}
