package io.vigil.cli;

import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.Unit;
import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What historical files do not say of themselves. */
class FormatOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "uci287 (rows sequence,x,y,z,label), csv (a header with participantId,timestamp,x,y,z[,activity])"
              + " or jsonl (a JSON message a line). Default: by the files' names, .jsonl or csv.")
  String format;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "Unit of csv rows: g, m/s2, mg or raw (default: g).")
  String unit;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "Device profile for its unit: uci287, or one of the settings file (default: input.profile).")
  String profile;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description =
          "Time of the first row of uci287 files, ISO-8601 (default: 2026-01-01T00:00:00Z).")
  String start;

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      description = "Samples a second of uci287 files (default: 52).")
  Double rate;

  /** Files, checked. */
  final FilePlan plan(Settings settings, List<Path> files) throws IOException {
    return FilePlan.of(messageFormat(files), files, decoder(settings));
  }

  /** What the decoder has to know. */
  final DecoderSettings decoder(Settings settings) {
    DecoderSettings decoder = DecoderSettings.DEFAULT.withMaxAhead(settings.input().maxAhead());
    if (start != null) {
      decoder = decoder.withUci287Start(instant(start));
    }
    if (rate != null) {
      if (!(rate > 0 && rate <= 1000)) {
        throw new UsageException("--rate is %s, expected above 0 up to 1000 Hz".formatted(rate));
      }
      decoder = decoder.withUci287Rate(rate);
    }
    if (unit != null) {
      decoder =
          decoder.withFileUnit(
              Unit.named(unit)
                  .orElseThrow(
                      () ->
                          new UsageException(
                              "--unit is '%s', expected one of %s".formatted(unit, Unit.NAMES))));
    }
    return decoder;
  }

  /** The device profile of raw counts, or of the unit it is for. */
  final String profileName(Settings settings) {
    return profile != null ? profile : settings.input().profile();
  }

  /** What each unit means. */
  final DeviceProfiles profiles(Settings settings) {
    return Profiles.of(settings, profileName(settings));
  }

  private MessageFormat messageFormat(List<Path> files) {
    if (format == null) {
      return files.stream().map(FormatOptions::plainName).allMatch(name -> name.endsWith(".jsonl"))
          ? MessageFormat.JSONL
          : MessageFormat.CSV;
    }
    return Stream.of(MessageFormat.UCI287, MessageFormat.CSV, MessageFormat.JSONL)
        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(format))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--format is '%s', expected uci287, csv or jsonl".formatted(format)));
  }

  private static String plainName(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new UsageException(
          "--start is '%s', expected a time like 2026-01-01T00:00:00Z".formatted(text));
    }
  }
}
