package io.vigil.train.fall;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.RealRecordings;
import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModelFile;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.MessageFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Real people. */
class RecordedFallsTest {
  /** All of them take too long here; everybody left out in turn gives 0.997 and 0.991. */
  private static final List<String> HARDEST =
      List.of("SA01", "SA03", "SA08", "SA14", "SE05", "SE08", "chest-11");

  private static final Set<String> ONE_BODY = Set.of("2", "6", "8", "10");

  private final RecordingFiles files =
      new RecordingFiles(DecoderSettings.DEFAULT, DeviceProfiles.DEFAULT);

  /** Seen red with: the violence of an impact left out of the features. */
  @Test
  void findsTheFallsOfPeopleItDoesNotKnow() throws IOException {
    List<Recording> recordings = chest();
    for (Path file : RealRecordings.files("falls", ".csv.gz")) {
      recordings.addAll(files.read(file, MessageFormat.CSV));
    }
    FallTrainer trainer = new FallTrainer(recordings, FallRecipe.DEFAULT);
    List<Outcome> outcomes = new ArrayList<>();
    for (String person : HARDEST) {
      FallModel model = trainer.without(person);
      recordings.stream()
          .filter(recording -> recording.trial().person().equals(person))
          .forEach(recording -> outcomes.add(Outcome.of(recording, recording.samples(), model)));
    }
    FallReport report = new FallReport(outcomes);

    assertThat(report.sensitivity()).as("sensitivity").isGreaterThanOrEqualTo(0.985);
    assertThat(report.specificity()).as("specificity").isGreaterThanOrEqualTo(0.965);
    report
        .byPerson()
        .forEach(
            (person, of) -> {
              if (!person.startsWith("chest")) {
                assertThat(of.worse()).as(person).isGreaterThanOrEqualTo(0.93);
              }
            });
    assertThat(outcomes)
        .flatMap(Outcome::falls)
        .allMatch(fall -> fall.raisedMicros() - fall.impactMicros() <= 3_000_000);
  }

  /** Ten hours without a fall, the sensor being put on included. */
  @Test
  void raisesAtMostOneFallInTenHoursWithoutOne() throws IOException {
    FallModel model = FallModelFile.shipped();

    assertThat(chest())
        .flatMap(recording -> Outcome.of(recording, recording.samples(), model).falls())
        .hasSizeLessThanOrEqualTo(1);
  }

  private List<Recording> chest() throws IOException {
    List<Recording> recordings = new ArrayList<>();
    for (Path file : RealRecordings.files("uci-chest", ".csv")) {
      for (Recording recording : files.read(file, MessageFormat.UCI287)) {
        String id = recording.trial().id();
        String body = "chest-" + (ONE_BODY.contains(id) ? "2" : id);
        recordings.add(new Recording(recording.trial().by(body), recording.samples()));
      }
    }
    return recordings;
  }
}
