package io.vigil.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * What is set. docs/settings.md says what each setting does.
 *
 * @param time how participants' clocks run
 * @param input how samples are read
 * @param profiles sensors of the user's own, by name
 * @param model which model scores
 * @param episodes how episodes are written
 * @param store where documents are kept
 * @param parallelism in how many parallel parts the job runs, if that is set
 * @param written every setting's value as it is written in the file, or its default, by path
 */
public record Settings(
    Time time,
    Input input,
    Map<String, Profile> profiles,
    Model model,
    Episodes episodes,
    Store store,
    OptionalInt parallelism,
    SortedMap<String, String> written) {

  /** How participants' clocks run. */
  public record Time(Duration disorder, Duration maxGap) {}

  /**
   * How samples are read.
   *
   * @param profile {@code uci287}, {@code g}, {@code m/s2}, {@code mg} or one of the profiles
   */
  public record Input(String profile, Duration maxAhead) {}

  /** A sensor that sends raw counts. */
  public record Profile(
      PerAxis countsPerG, PerAxis midRail, int leastCount, int mostCount, double rateHz) {}

  /** Which model scores. */
  public record Model(Path registry, String use) {}

  /** How episodes are written. */
  public record Episodes(Duration renewEvery) {}

  /** Where documents are kept. */
  public record Store(Path path, boolean predictions) {}

  public Settings {
    profiles = Map.copyOf(profiles);
  }

  /** Everything at its default. */
  public static Settings defaults() {
    return SettingsReader.read("no file", "", name -> null);
  }

  /**
   * Reads a file.
   *
   * @param environment what {@code ${env:NAME}} stands for: the value of a name, or null
   * @throws IOException if the file cannot be read
   * @throws RefusedSettings if a key or a value in it is not allowed; the message names every one
   */
  public static Settings read(Path file, UnaryOperator<String> environment) throws IOException {
    return SettingsReader.read(file.toString(), java.nio.file.Files.readString(file), environment);
  }

  /** The settings as written, a line each: what came from the environment is not shown. */
  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    written.forEach((path, text) -> lines.append(path).append(": ").append(text).append('\n'));
    return lines.toString();
  }
}
