package io.vigil.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;

/**
 * Flink's settings for a job inside one process: those of a cluster ({@code config.yaml}), with
 * what is different in one process ({@code local.yaml}) laid over them.
 */
public final class LocalConfiguration {
  private static final TypeReference<Map<String, String>> KEYS = new TypeReference<>() {};

  /**
   * Reads both files.
   *
   * @param folder that they are in, {@code flink-conf}
   * @throws UncheckedIOException where {@code local.yaml} cannot be read
   */
  public static Configuration in(Path folder) {
    Configuration configuration = GlobalConfiguration.loadConfiguration(folder.toString());
    try {
      Map<String, String> local =
          new YAMLMapper().readValue(folder.resolve("local.yaml").toFile(), KEYS);
      local.forEach(configuration::setString);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The engine's settings for one process, %s, cannot be read, expected a key and a value a line"
              .formatted(folder.resolve("local.yaml")),
          e);
    }
    return configuration;
  }

  private LocalConfiguration() {}
}
