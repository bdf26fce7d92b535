package io.vigil.cli;

import io.vigil.ActivityJob;
import io.vigil.JobInputs;
import io.vigil.JobOutputs;
import io.vigil.JobSettings;
import io.vigil.metric.JobMetric;
import io.vigil.publish.LiveFilesSource;
import io.vigil.sensor.RawMessage;
import io.vigil.store.ChangesSource;
import io.vigil.store.Container;
import io.vigil.store.SqliteFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The sample day joined live, shortly before somebody falls: what lies before is read at once, what
 * comes after at the pace of real time. It ends with the day, after some time, or by {@code q}.
 */
final class LiveDemo {
  private static final Duration LOOK_FOR_COMMANDS = Duration.ofMillis(200);
  private static final Duration LOOK_FOR_RULES = Duration.ofSeconds(2);
  private static final Duration LOOK_FOR_MODELS = Duration.ofMillis(500);

  private final LocalJob local;
  private final DemoScreen screen;
  private final DemoStory story;
  private final DemoLoop loop;
  private final TypedLines keys;
  private final CleanEnd end;
  private final long daysBefore = LocalCounters.sum(JobMetric.SPLITS_ENDED);
  private final long samplesBefore = LocalCounters.sum(JobMetric.SAMPLES_READ);
  private boolean over;

  LiveDemo(LocalJob local, DemoScreen screen, DemoStory story, DemoLoop loop, TypedLines keys) {
    this.local = local;
    this.screen = screen;
    this.story = story;
    this.loop = loop;
    this.keys = keys;
    this.end = new CleanEnd(local.scratch().resolve("savepoints"));
  }

  /**
   * Puts the job together.
   *
   * @param now which moment is to be the one before the falls
   * @param arrivals told of each message
   */
  void define(
      JobSettings settings,
      FollowedModels models,
      JobOutputs outputs,
      SqliteFile store,
      Instant now,
      Arrivals arrivals)
      throws IOException {
    DataStream<RawMessage> day =
        local.messages(
            new LiveFilesSource(
                SampleDay.plan().splits(),
                settings.decoder(),
                settings.profiles(),
                SampleDay.later(now)),
            "day");
    Handover.of(day, arrivals);
    ActivityJob.define(
        models.in(
            local.sources(),
            new JobInputs(
                day,
                local.fewMessages(
                    ChangesSource.of(store, Container.COMMANDS, LOOK_FOR_COMMANDS), "commands-in"),
                local.fewMessages(
                    ChangesSource.of(store, Container.RULES, LOOK_FOR_RULES), "rules-in")),
            LOOK_FOR_MODELS,
            false),
        models.atStart(),
        settings,
        outputs);
  }

  /** Runs it. */
  void run(Instant until) {
    local.run("vigil demo", (JobClient job) -> look(job, until));
  }

  private void look(JobClient job, Instant until) {
    Instant now = Instant.now();
    for (String line : keys.next()) {
      screen.typed();
      if (line.equals("q")) {
        over = true;
      } else {
        story.typed(line, now);
      }
    }
    story.goOn(now);
    loop.goOn(now);
    screen.refresh(story.open());
    over |= now.isAfter(until) || LocalCounters.sum(JobMetric.SPLITS_ENDED) > daysBefore;
    // A job that has read nothing yet has nothing to sum up.
    if (over && LocalCounters.sum(JobMetric.SAMPLES_READ) > samplesBefore) {
      end.of(job);
    }
  }
}
