package io.vigil;

import io.vigil.cli.Vigil;

/** The entry of the command line. */
public final class Main {
  public static void main(String[] args) {
    System.exit(Vigil.run(args));
  }

  private Main() {}
}
