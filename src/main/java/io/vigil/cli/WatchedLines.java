package io.vigil.cli;

import picocli.CommandLine;

/** Prints what happens to alerts as it happens. */
final class WatchedLines implements AlertWatch.Listener {
  private final CommandLine cli;
  private final String store;
  private final boolean json;

  /**
   * @param store its name
   */
  WatchedLines(CommandLine cli, String store, boolean json) {
    this.cli = cli;
    this.store = store;
    this.json = json;
  }

  @Override
  public void accept(Transition transition) {
    print(json ? transition.json() : transition.text());
  }

  @Override
  public void caughtUp() {
    if (!json) {
      print("Watching the alerts in %s; Ctrl-C stops it.".formatted(store));
    }
  }

  @Override
  public void fault(String sentence) {
    cli.getErr().println("vigil: " + Harmless.line(sentence));
  }

  private void print(String line) {
    cli.getOut().println(line);
    cli.getOut().flush();
  }
}
