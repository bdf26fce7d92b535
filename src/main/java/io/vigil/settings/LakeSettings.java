package io.vigil.settings;

import java.time.Duration;
import java.util.List;

/** What can be set of the lake of examples. */
final class LakeSettings {
  static final Setting<String> PATH =
      Setting.optional(
          "lake.path",
          new TextKind(
              "a folder, or an address such as abfss://lake@account.dfs.core.windows.net/vigil"),
          "Where the job keeps windows to learn from, as docs/lake.md says; without it, it keeps none.");

  static final Setting<String> PROJECT =
      Setting.of(
          "lake.project",
          new TextKind("a name"),
          "vigil",
          "The project that the windows are kept under: its folder is the first below lake.path.");

  static final Setting<Duration> FILE_EVERY =
      Setting.of(
          "lake.fileEvery",
          new DurationKind(Duration.ofSeconds(1), Duration.ofDays(1)),
          "1 h",
          "How long windows of a participant are gathered for a file; readers see it only then.");

  static final List<Setting<?>> ALL = List.of(PATH, PROJECT, FILE_EVERY);

  static Settings.Lake lake(Values values) {
    return new Settings.Lake(values.find(PATH), values.get(PROJECT), values.get(FILE_EVERY));
  }

  private LakeSettings() {}
}
