package io.vigil.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.Decoded;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceBatch;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.Normalised;
import io.vigil.sensor.Normaliser;
import io.vigil.sensor.RawMessage;
import io.vigil.sensor.SampleBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the real recordings, where they lie beside the project. */
class RecordingsTest {

  @Test
  void readsEveryRowOfTheChestRecordings() throws IOException {
    readsEveryRow(MessageFormat.UCI287, files("uci-chest", ".csv"));
  }

  @Test
  void readsEveryRowOfTheFalls() throws IOException {
    readsEveryRow(MessageFormat.CSV, files("falls", ".csv.gz"));
  }

  private static void readsEveryRow(MessageFormat format, List<Path> files) throws IOException {
    FilePlan plan = FilePlan.of(format, files, DecoderSettings.DEFAULT);
    List<RawMessage> messages = new ArrayList<>();
    for (Path file : files) {
      messages.addAll(HistoricalFiles.chunks(file, format));
    }
    Decoder decoder = new Decoder(DecoderSettings.DEFAULT, InstantSource.system());
    Normaliser normaliser = new Normaliser(DeviceProfiles.DEFAULT);
    List<DeadLetter> letters = new ArrayList<>();
    long read = 0;
    long usable = 0;
    for (RawMessage message : messages) {
      Decoded decoded = decoder.decode(message);
      read += decoded.read();
      letters.addAll(decoded.deadLetters());
      for (DeviceBatch batch : decoded.batches()) {
        Normalised normalised = normaliser.normalise(batch);
        usable += normalised.batches().stream().mapToInt(SampleBatch::size).sum();
        letters.addAll(normalised.deadLetters());
      }
    }
    assertThat(letters).isEmpty();
    assertThat(read).isEqualTo(plan.rows());
    assertThat(usable).isEqualTo(read);
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    Path home = Path.of(System.getProperty("vigil.home", "."));
    Path shared =
        Stream.of(System.getProperty("vigil.shared", ""), "../shared", "../../shared")
            .filter(place -> !place.isEmpty())
            .map(home::resolve)
            .filter(place -> Files.isDirectory(place.resolve("data").resolve(folder)))
            .findFirst()
            .orElse(null);
    assumeTrue(shared != null, "The recordings are not there: set -Dvigil.shared to their folder");
    try (Stream<Path> files = Files.list(shared.resolve("data").resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
