package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.learn.GroundTruth;
import io.vigil.settings.Settings;
import io.vigil.train.Reviewed;
import io.vigil.train.personal.AnsweredWindows;
import io.vigil.train.personal.SettledWindows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Where answers about one wearer come from: labelled files, reviewed windows of a lake, or both.
 */
final class WearerInput extends FormatOptions {

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Labelled historical files, .gz too.")
  List<Path> files = List.of();

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      description =
          "A lake that the job keeps; the wearer's windows in it count that reviewers agree on, by the store"
              + " of the settings.")
  String lake;

  /** Refuses a command line without either. */
  void check() {
    if (files.isEmpty() && lake == null) {
      throw new UsageException(
          "There is neither a FILE nor --lake, expected labelled files, a lake, or both");
    }
  }

  /**
   * The wearer's windows whose activity is known, in order of time. Of a window that is in a file
   * and reviewed, the reviewers' answer holds.
   *
   * @throws CommandFailed if there are none
   */
  List<FeatureVector> answers(String participant, Settings settings, int tasks, CommandSpec spec)
      throws IOException {
    NavigableMap<Long, FeatureVector> answers = new TreeMap<>();
    if (!files.isEmpty()) {
      labelled(participant, settings, tasks, spec)
          .forEach(window -> answers.put(window.start(), window));
    }
    if (lake != null) {
      reviewed(participant, settings).forEach(window -> answers.put(window.start(), window));
    }
    return List.copyOf(answers.values());
  }

  private List<FeatureVector> labelled(
      String participant, Settings settings, int tasks, CommandSpec spec) throws IOException {
    JobSettings job = Vigil.jobSettings(settings, decoder(settings), profiles(settings), false);
    MeasuredRun run = MeasuredRun.of(plan(settings, files), job, tasks, "Reading");
    run.refused().say(spec);
    List<Measured> own =
        run.windows().stream()
            .filter(window -> window.participantId().equals(participant))
            .sorted(Comparator.comparing(window -> window.features().start()))
            .toList();
    List<FeatureVector> labelled =
        SettledWindows.of(own.stream().map(Measured::window).toList()).stream()
            .filter(window -> !window.activity().isEmpty())
            .toList();
    if (labelled.isEmpty()) {
      throw new CommandFailed(
          "None of %,d windows of %s has a label; expected labelled files of that participant"
              .formatted(own.size(), participant),
          null);
    }
    return labelled;
  }

  private List<FeatureVector> reviewed(String participant, Settings settings) throws IOException {
    AnsweredWindows answered =
        new AnsweredWindows(participant, Reviewed.of(GroundTruth.of(KeptLabels.inStore(settings))));
    LakeFiles.in(lake).read(answered::add);
    List<FeatureVector> windows = answered.windows();
    if (windows.isEmpty()) {
      throw new CommandFailed(
          "No window of %s in --lake %s is one that reviewers agree on; expected answers about that participant in the store of the settings, as `vigil review` takes them"
              .formatted(participant, lake),
          null);
    }
    return windows;
  }
}
