package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.feature.FeatureVector;
import io.vigil.learn.GroundTruth;
import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import io.vigil.train.DatasetCard;
import io.vigil.train.LakeTally;
import io.vigil.train.LakeWindows;
import io.vigil.train.Reviewed;
import io.vigil.window.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where labelled windows come from: files, a lake, or both. */
final class TrainingInput extends FormatOptions {

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Labelled historical files, .gz too.")
  List<Path> files = List.of();

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      description =
          "A lake that the job keeps; its windows whose activity is known count. What reviewers said"
              + " of them, in the store of the settings, weighs more than what messages said.")
  String lake;

  private FilePlan plan;
  private LakeFiles examples;

  /**
   * Windows as they are scored, and as they are trained on; see {@link io.vigil.train.Person}.
   *
   * @param lake what became of the examples, if there is a lake
   */
  record Gathered(
      List<FeatureVector> live, List<FeatureVector> settled, Optional<LakeTally> lake) {}

  /** Finds out whether there is anything to read, before anything is done. */
  void check(Settings settings) throws IOException {
    if (files.isEmpty() && lake == null) {
      throw new UsageException(
          "There is neither a FILE nor --lake, expected labelled files, a lake, or both");
    }
    plan = files.isEmpty() ? null : plan(settings, files);
    examples = lake == null ? null : LakeFiles.in(lake);
  }

  /**
   * Reads everything. A window that is in a file and in the lake counts once, with the file's
   * features. What reviewers said of windows of the lake is in the store of the settings.
   */
  Gathered read(JobSettings job, int tasks, Settings settings, CommandSpec spec)
      throws IOException {
    return read(job, tasks, settings, spec, window -> {});
  }

  /**
   * The same with a look at every window's samples.
   *
   * @param look in no particular order; a window that is in a file and in the lake comes twice
   */
  Gathered read(
      JobSettings job, int tasks, Settings settings, CommandSpec spec, Consumer<Window> look)
      throws IOException {
    List<FeatureVector> live = new ArrayList<>();
    List<FeatureVector> settled = new ArrayList<>();
    if (plan != null) {
      FeatureRun features = FeatureRun.of(plan, job, tasks, look);
      features.refused().say(spec);
      Windows.expect(features.live());
      live.addAll(features.live());
      settled.addAll(features.settled());
    }
    if (examples == null) {
      return new Gathered(live, settled, Optional.empty());
    }
    LakeTally tally = lake(Reviewed.of(GroundTruth.of(KeptLabels.inStore(settings))), look);
    Map<Place, FeatureVector> more = new LinkedHashMap<>();
    tally.windows().forEach(window -> more.put(Place.of(window), window));
    live.replaceAll(window -> labelled(window, more));
    settled.replaceAll(window -> labelled(window, more));
    live.forEach(window -> more.remove(Place.of(window)));
    live.addAll(more.values());
    settled.addAll(more.values());
    if (live.isEmpty()) {
      throw new CommandFailed(
          "No window's activity is known, expected messages with labels or answers of reviewers in the store of the settings. "
              + text(tally),
          null);
    }
    return new Gathered(live, settled, Optional.of(tally));
  }

  /** What was read, as somebody who looks at it wants it called. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    files.forEach(file -> names.add(file.getFileName().toString()));
    if (lake != null) {
      names.add("the lake " + lake);
    }
    return names;
  }

  /** The files that were read. */
  List<DatasetCard.SourceFile> sources() throws IOException {
    List<DatasetCard.SourceFile> sources = new ArrayList<>();
    if (plan != null) {
      sources.addAll(SourceFiles.of(plan));
    }
    if (examples != null) {
      sources.addAll(SourceFiles.of(examples.examples()));
    }
    return sources;
  }

  /** What the file does not say, the lake may know. */
  private static FeatureVector labelled(FeatureVector window, Map<Place, FeatureVector> lake) {
    FeatureVector known = lake.get(Place.of(window));
    if (known == null || !window.activity().isEmpty()) {
      return window;
    }
    return new FeatureVector(
        window.participantId(),
        window.start(),
        window.end(),
        known.activity(),
        window.values(),
        window.doubtful());
  }

  private LakeTally lake(Reviewed reviewed, Consumer<Window> look) throws IOException {
    LakeWindows windows = new LakeWindows(reviewed, look);
    examples.read(windows::add);
    return windows.end();
  }

  /** What was found in the lake, in a line. */
  static String text(LakeTally tally) {
    return String.format(
        Locale.ROOT,
        "The lake has %,d examples: %,d windows to train on (%,d labelled by reviewers, %,d measured again); "
            + "left out: %,d twice, %,d of two labels, %,d of none, %,d doubtful, %,d of another length",
        tally.examples(),
        tally.windows().size(),
        tally.reviewed(),
        tally.measuredAgain(),
        tally.twice(),
        tally.contradicting(),
        tally.unlabelled(),
        tally.doubtful(),
        tally.otherWindows());
  }

  /** Which window it is. */
  private record Place(String participantId, long start) {
    static Place of(FeatureVector window) {
      return new Place(window.participantId(), window.start());
    }
  }
}
