package io.vigil.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.Normaliser;
import io.vigil.sensor.RawMessage;
import io.vigil.source.FilePlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order messages are sent, and what is in one. */
class RecordingTest {
  private static final String HEADER = "participantId,timestamp,x,y,z,activity\n";
  private static final long NINE = 1_767_603_600_000L;

  @TempDir Path folder;

  /** Seen red with: a file sent as it stands, without looking ahead. */
  @Test
  void peopleOfAFileAreSentAsTheyWereRecordedAlsoWhereOneStandsBehindTheOther() throws IOException {
    StringBuilder rows = new StringBuilder(HEADER);
    for (String person : List.of("p1", "p2", "p3")) {
      for (int i = 0; i < 20 * 30; i++) {
        rows.append(row(person, NINE + 50L * i, ""));
      }
    }
    List<Outgoing> sent = recorded(MessageFormat.CSV, rows.toString());
    assertThat(sent).hasSize(90).extracting(Outgoing::due).isSorted();
    assertThat(sent.subList(0, 3))
        .extracting(one -> one.batch().participantId())
        .containsExactly("p1", "p2", "p3");
  }

  @Test
  void filesAreSentAmongOneAnother() throws IOException {
    String rows = "0,1,2,3,1\n".repeat(52 * 20);
    List<Outgoing> sent = recorded(MessageFormat.UCI287, rows, rows, rows);
    assertThat(sent).hasSize(60).extracting(Outgoing::due).isSorted();
    assertThat(sent.subList(0, 3))
        .extracting(one -> one.batch().participantId())
        .containsExactlyInAnyOrder("0", "1", "2");
  }

  /** What a sensor sent after it was away came after what others sent meanwhile. */
  @Test
  void messagesOfAFileKeepTheirPlaces() throws IOException {
    String late = message("p1", NINE);
    String others = message("p2", NINE + 60_000);
    List<Outgoing> sent = recorded(MessageFormat.JSONL, others + late, message("p3", NINE + 1));
    assertThat(sent)
        .extracting(one -> one.batch().participantId())
        .containsExactly("p3", "p2", "p1");
  }

  @Test
  void batchesEndWithTheSecondTheActivityAndAtAGap() throws IOException {
    List<Outgoing> sent =
        recorded(
            MessageFormat.CSV,
            HEADER
                + row("p1", NINE + 900, "Sitting")
                + row("p1", NINE + 999, "Sitting")
                + row("p1", NINE + 1000, "Sitting")
                + row("p1", NINE + 1050, "Walking")
                + row("p1", NINE + 1100, "Walking")
                + row("p1", NINE + 1400, "Walking")
                + row("p1", NINE + 1300, "Walking"));
    assertThat(sent).extracting(one -> one.batch().size()).containsExactly(2, 1, 2, 1, 1);
  }

  /** Otherwise a last second would be held back until the file ends. */
  @Test
  void whoLeavesIsNotWaitedFor() throws IOException {
    StringBuilder rows = new StringBuilder(HEADER + row("gone", NINE, ""));
    List<String> closed = new ArrayList<>();
    SecondsOfSamples seconds = new SecondsOfSamples(batch -> closed.add(batch.participantId()));
    for (int i = 0; i < 4; i++) {
      rows.append(row("stays", NINE + 1000L * i, ""));
    }
    UsableSamples usable = usable();
    usable.of(
        new RawMessage(
            MessageFormat.CSV,
            HEADER.strip(),
            "ward.csv",
            2,
            rows.substring(HEADER.length()).getBytes(StandardCharsets.UTF_8)),
        seconds::add);
    assertThat(closed).containsExactly("stays", "stays", "gone", "stays");
  }

  private static UsableSamples usable() {
    return new UsableSamples(
        new Decoder(DecoderSettings.DEFAULT, SampleStreams.CLOCK),
        new Normaliser(DeviceProfiles.DEFAULT),
        letter -> {
          throw new AssertionError(letter.reason());
        });
  }

  private List<Outgoing> recorded(MessageFormat format, String... texts) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      files.add(Files.writeString(folder.resolve(i + ".txt"), texts[i]));
    }
    FilePlan plan = FilePlan.of(format, files, DecoderSettings.DEFAULT);
    List<Outgoing> sent = new ArrayList<>();
    try (Recording recording =
        new Recording(
            plan,
            DecoderSettings.DEFAULT,
            DeviceProfiles.DEFAULT,
            SampleStreams.CLOCK,
            letter -> {
              throw new AssertionError(letter.reason());
            })) {
      recording.forEachRemaining(sent::add);
    }
    return sent;
  }

  private static String row(String person, long millis, String activity) {
    return "%s,%d,0,1,0,%s\n".formatted(person, millis, activity);
  }

  private static String message(String person, long millis) {
    return "{\"participantId\":\"%s\",\"start\":%d,\"rateHz\":1,\"unit\":\"g\",\"x\":[0],\"y\":[1],\"z\":[0]}\n"
        .formatted(person, millis);
  }
}
