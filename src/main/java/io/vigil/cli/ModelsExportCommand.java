package io.vigil.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "export", mixinStandardHelpOptions = true)
final class ModelsExportCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
