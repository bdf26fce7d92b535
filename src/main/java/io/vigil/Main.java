package io.vigil;

import io.vigil.cli.Vigil;

/** The entry of the command line. */
public final class Main {
  public static void main(String[] args) {
    int exitCode = Vigil.run(args);
    if (!Vigil.goesOn()) {
      System.exit(exitCode);
    }
  }

  private Main() {}
}
