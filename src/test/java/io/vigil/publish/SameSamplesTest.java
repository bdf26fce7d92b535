package io.vigil.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.RealRecordings;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.MessageFormat;
import io.vigil.source.FilePlan;
import io.vigil.source.HubFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job that reads the hub gets the samples that a job gets which reads the files: of each
 * participant the same times to the microsecond, numbers and labels, in the same order, and no
 * others.
 *
 * <p>Seen red with: batches that go on across a change of the activity; a steady rate believed
 * without looking at every time; rows out of range sent among their neighbours.
 */
class SameSamplesTest {

  @Property(tries = 80)
  void ofLabelledFiles(@ForAll long seed, @ForAll MessageForm form) throws IOException {
    MadeUpFiles made = new MadeUpFiles(new Random(seed));
    check(MessageFormat.UCI287, List.of(made.uci287(), made.uci287()), form);
  }

  @Property(tries = 80)
  void ofRowsOfManyPeople(@ForAll long seed, @ForAll boolean apart, @ForAll MessageForm form)
      throws IOException {
    MadeUpFiles made = new MadeUpFiles(new Random(seed));
    check(MessageFormat.CSV, List.of(made.csv(apart), made.csv(!apart)), form);
  }

  @Property(tries = 80)
  void ofMessages(@ForAll long seed, @ForAll MessageForm form) throws IOException {
    MadeUpFiles made = new MadeUpFiles(new Random(seed));
    check(MessageFormat.JSONL, List.of(made.jsonl(), made.jsonl()), form);
  }

  @Test
  void ofTheChestRecordings(@TempDir Path folder) throws IOException {
    List<Path> two = RealRecordings.files("uci-chest", ".csv").subList(0, 2);
    DecoderSettings settings = DecoderSettings.DEFAULT;
    FilePlan plan = FilePlan.of(MessageFormat.UCI287, two, settings);
    for (MessageForm form : MessageForm.values()) {
      RecordingPublisher hub = check(plan, settings, form, folder.resolve(form.name()));
      long samples = plan.rows();
      assertThat(hub.messages().size()).isBetween((int) (samples / 52), (int) (samples / 50));
      if (form == MessageForm.AVRO) {
        assertThat(SampleStreams.ofHub(hub.messages(), HubFormat.AVRO).refused).isZero();
      }
    }
  }

  private static void check(MessageFormat format, List<String> texts, MessageForm form)
      throws IOException {
    Path folder = Files.createTempDirectory("vigil-publish");
    try {
      Path first = Files.writeString(folder.resolve("1.txt"), texts.get(0));
      Path second = Files.writeString(folder.resolve("2.txt"), texts.get(1));
      DecoderSettings settings = DecoderSettings.DEFAULT;
      FilePlan plan = FilePlan.of(format, List.of(first, second), settings);
      check(plan, settings, form, folder);
    } finally {
      delete(folder);
    }
  }

  private static RecordingPublisher check(
      FilePlan plan, DecoderSettings settings, MessageForm form, Path folder) throws IOException {
    RecordingPublisher hub = new RecordingPublisher();
    Sendings said = new Sendings();
    Sent sent = said.send(plan, settings, Sendings.fast(form), hub, folder);

    SampleStreams ofFiles = SampleStreams.ofFiles(plan, settings);
    SampleStreams ofHub = SampleStreams.ofHub(hub.flushed(), HubFormat.AUTO);
    assertThat(ofHub.device).isEqualTo(ofFiles.device);
    assertThat(ofHub.inG).isEqualTo(ofFiles.inG);
    assertThat(ofHub.refused).isZero();
    assertThat(said.refusedSamples()).isEqualTo(ofFiles.refused);
    assertThat(sent.complete()).isTrue();
    assertThat(sent.messages()).isEqualTo(hub.messages().size());
    assertThat(sent.samples()).isEqualTo(ofFiles.inG.values().stream().mapToLong(List::size).sum());
    return hub;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
