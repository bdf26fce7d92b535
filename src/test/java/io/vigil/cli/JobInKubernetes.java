package io.vigil.cli;

import io.vigil.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job as {@code k8s/} has it run. */
final class JobInKubernetes {

  /**
   * Put together by the settings there; nothing is connected to.
   *
   * @param lake a local folder: for that of Azure there is no file system in a test
   */
  static JobGraph graph(int parallelism, Path lake) throws IOException {
    Settings settings = settings(lake);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, Engine.configuration());
    LiveEnds ends = new LiveEnds(settings);
    RunCommand.define(
        new JobSources(environment),
        ends,
        ends.reading(),
        FollowedModels.of(revision -> List.of()),
        settings,
        false);
    return environment.getStreamGraph().getJobGraph();
  }

  private static Settings settings(Path lake) throws IOException {
    Path kubernetes = Home.path().resolve("k8s");
    Properties place = new Properties();
    try (InputStream in = Files.newInputStream(kubernetes.resolve("overlays/prod/place.env"))) {
      place.load(in);
    }
    place.put("LAKE", lake.toString());
    return Settings.read(
        kubernetes.resolve("base/vigil.yaml"),
        name -> place.getProperty(name, "something that is long enough"));
  }

  private JobInKubernetes() {}
}
