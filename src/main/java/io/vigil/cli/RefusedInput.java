package io.vigil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.ActivityJob;
import io.vigil.JobSettings;
import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.DecodeOperator;
import io.vigil.sensor.RawMessage;
import io.vigil.sensor.SampleBatch;
import io.vigil.store.Container;
import io.vigil.store.DocumentStore;
import java.util.Comparator;
import java.util.TreeSet;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import picocli.CommandLine.Model.CommandSpec;

/** What could not be used of the files: the first of it in full, and how much there is. */
final class RefusedInput {
  private static final int SHOWN = 3;

  private record Place(String source, long position, String reason, int samples) {}

  /** Files that break off, which have no samples there, and then lines in their order. */
  private final TreeSet<Place> first =
      new TreeSet<>(
          Comparator.comparing((Place place) -> place.samples > 0)
              .thenComparing(Place::source)
              .thenComparing(Place::position));

  private long letters;
  private long samples;

  /** The samples of messages; what could not be used of them comes here once the job runs. */
  DataStream<SampleBatch> of(DataStream<RawMessage> messages, JobSettings settings) {
    SingleOutputStreamOperator<SampleBatch> samples = ActivityJob.samples(messages, settings);
    Handover.of(samples.getSideOutput(DecodeOperator.DEAD_LETTERS), this::add);
    return samples;
  }

  /** What a run that wrote to a store which was empty before could not use. */
  static RefusedInput of(DocumentStore store) {
    RefusedInput refused = new RefusedInput();
    store.scan(
        Container.DEAD_LETTERS,
        document -> {
          JsonNode letter = Json.read(document.body());
          if (letter.path("kind").asText().equals(DeadLetter.Kind.INVALID.name())) {
            refused.add(
                letter.path("source").asText(),
                letter.path("position").asLong(),
                letter.path("reason").asText(),
                letter.path("samples").asInt());
          }
        });
    return refused;
  }

  /** One more. */
  void add(DeadLetter letter) {
    add(letter.source(), letter.position(), letter.reason(), letter.samples());
  }

  private void add(String source, long position, String reason, int count) {
    letters++;
    samples += count;
    first.add(new Place(source, position, reason, count));
    if (first.size() > SHOWN) {
      first.pollLast();
    }
  }

  /** How many samples there are in all of it. */
  long samples() {
    return samples;
  }

  /** Says it, where dead letters are not kept. */
  void say(CommandSpec spec) {
    say(spec, "`vigil replay --out DIR` with the same files writes them to deadletters.jsonl");
  }

  /**
   * Says it on standard error.
   *
   * @param where a clause that says where all of it can be seen
   */
  void say(CommandSpec spec, String where) {
    for (Place place : first) {
      spec.commandLine()
          .getErr()
          .printf(
              "vigil: %s line %d: %s%s%n",
              place.source, place.position, place.reason, place.samples > 0 ? "; left out" : "");
    }
    if (letters > SHOWN) {
      spec.commandLine()
          .getErr()
          .printf(
              "vigil: and %,d more like these, %,d samples in all; %s%n",
              letters - SHOWN, samples, where);
    }
  }
}
