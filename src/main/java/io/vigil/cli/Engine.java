package io.vigil.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.PluginUtils;

/** How Flink runs inside this process. */
final class Engine {

  /** The settings of {@link LocalConfiguration}, with the counters of {@link LocalCounters}. */
  static Configuration configuration() {
    Path folder = Home.path().resolve("flink-conf");
    if (!Files.exists(folder.resolve("config.yaml"))) {
      throw new CommandFailed(
          "The engine's settings %s are missing; start Vigil by its launcher, or set -Dvigil.home to its folder"
              .formatted(folder.resolve("config.yaml")),
          null);
    }
    Configuration configuration = LocalConfiguration.in(folder);
    configuration.setString("metrics.reporters", "local");
    configuration.setString(
        "metrics.reporter.local.factory.class", LocalCounters.Factory.class.getName());
    return configuration;
  }

  /** Lets addresses of Azure storage be read and written where Flink's plugin for them is there. */
  static void loadFileSystems() {
    Configuration configuration = configuration();
    FileSystem.initialize(
        configuration, PluginUtils.createPluginManagerFromRootFolder(configuration));
  }

  /** Whether Flink's settings say how to sign in to Azure storage. */
  static boolean signsInToAzure() {
    return configuration().keySet().stream().anyMatch(key -> key.startsWith("fs.azure."));
  }

  /** The innermost reason of a failed job. */
  static String reason(Throwable failure) {
    Throwable reason = failure;
    while (reason.getCause() != null && reason.getCause() != reason) {
      reason = reason.getCause();
    }
    return reason.getMessage() == null ? reason.toString() : reason.getMessage();
  }

  private Engine() {}
}
