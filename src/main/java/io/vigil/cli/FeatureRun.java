package io.vigil.cli;

import io.vigil.ActivityJob;
import io.vigil.JobSettings;
import io.vigil.MeasuredStreams;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.WearerReference;
import io.vigil.sensor.SampleBatch;
import io.vigil.source.FilePlan;
import io.vigil.train.LabelTimes;
import io.vigil.window.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The features of files, computed by the job's own operators: once as the job would see them, and
 * once with the reference that the first run learned of each wearer.
 *
 * @param live in no particular order
 * @param settled in no particular order
 * @param refused what could not be used
 */
record FeatureRun(List<FeatureVector> live, List<FeatureVector> settled, RefusedInput refused) {

  /**
   * Reads them.
   *
   * @throws io.vigil.train.TrainingRefused if labels contradict each other
   */
  static FeatureRun of(FilePlan plan, JobSettings settings, int tasks) {
    return of(plan, settings, tasks, window -> {});
  }

  /**
   * The same with a look at every window's samples.
   *
   * @param look in no particular order, one after the other
   */
  static FeatureRun of(FilePlan plan, JobSettings settings, int tasks, Consumer<Window> look) {
    List<FeatureVector> live = new ArrayList<>();
    Map<String, WearerReference> learned = new HashMap<>();
    RefusedInput refused = new RefusedInput();
    LabelTimes labels = new LabelTimes();
    List<FeatureVector> settled = new ArrayList<>();
    try (Progress progress = Progress.ofRows("Reading", 2 * plan.rows())) {
      try (LocalJob local = LocalJob.bounded(tasks)) {
        DataStream<SampleBatch> samples = refused.of(local.files(plan), settings);
        Handover.of(samples, labels::add);
        MeasuredStreams features = ActivityJob.measured(samples, settings, Map.of());
        Handover.of(
            features.windows(),
            measured -> {
              live.add(measured.features());
              look.accept(measured.window());
            });
        Handover.of(features.learned(), one -> learned.put(one.participantId(), one.reference()));
        local.run("vigil: features", progress::look);
        labels.check();
      }
      try (LocalJob local = LocalJob.bounded(tasks)) {
        Handover.of(
            ActivityJob.measured(
                    ActivityJob.samples(local.files(plan), settings), settings, learned)
                .windows(),
            window -> settled.add(window.features()));
        local.run("vigil: settled features", progress::look);
      }
    }
    return new FeatureRun(live, settled, refused);
  }
}
