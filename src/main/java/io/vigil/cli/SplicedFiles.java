package io.vigil.cli;

import io.vigil.alert.RuleSet;
import io.vigil.alert.Rules;
import io.vigil.simulate.CsvSamples;
import io.vigil.simulate.Splice;
import io.vigil.train.alert.AllowedTimes;
import io.vigil.train.fall.Recording;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Recordings with stillness and a gap spliced into each, longer than the rules allow.
 *
 * @param files one a participant, csv in g
 * @param splices when what was put in is, by participant
 */
record SplicedFiles(List<Path> files, Map<String, Splice.Times> splices) {
  private static final double LEAST_HOURS = 1.0 / 6;

  /**
   * Writes them.
   *
   * @param recordings of any length; the short ones are left out
   * @param seed what all chance follows from
   * @throws CommandFailed where none is long enough
   */
  static SplicedFiles write(List<Recording> recordings, RuleSet rules, long seed, Path folder)
      throws IOException {
    List<Recording> chosen = recordings.stream().filter(SplicedFiles::isLongEnough).toList();
    if (chosen.isEmpty()) {
      throw new CommandFailed(
          "--splice: none of %d recordings lasts ten minutes; expected one that does"
              .formatted(recordings.size()),
          null);
    }
    List<Path> files = new ArrayList<>();
    Map<String, Splice.Times> splices = new LinkedHashMap<>();
    try (Progress progress = Progress.of("Splicing", chosen.size(), " recordings")) {
      for (Recording recording : chosen) {
        String id = recording.trial().id();
        Splice splice = splice(recording, rules.forParticipant(id), seed);
        files.add(write(splice, folder.resolve(files.size() + ".csv.gz")));
        splices.put(id, splice.times());
        progress.at(files.size());
      }
    }
    return new SplicedFiles(files, splices);
  }

  private static boolean isLongEnough(Recording recording) {
    return recording.hours() >= LEAST_HOURS && recording.samples().size() >= Splice.LEAST_SAMPLES;
  }

  private static Splice splice(Recording recording, Rules rules, long seed) {
    return Splice.into(
        recording.samples(),
        AllowedTimes.tooLongStill(rules, Splice.at(recording.samples())),
        AllowedTimes.tooLongSilent(rules),
        seed);
  }

  private static Path write(Splice splice, Path file) throws IOException {
    try (CsvSamples csv =
        new CsvSamples(
            new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)))) {
      csv.write(splice.samples());
    }
    return file;
  }
}
