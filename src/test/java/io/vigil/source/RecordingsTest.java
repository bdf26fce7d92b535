package io.vigil.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.RealRecordings;
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
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads the real recordings, where they lie beside the project. */
class RecordingsTest {

  @Test
  void readsEveryRowOfTheChestRecordings() throws IOException {
    readsEveryRow(MessageFormat.UCI287, RealRecordings.files("uci-chest", ".csv"));
  }

  @Test
  void readsEveryRowOfTheFalls() throws IOException {
    readsEveryRow(MessageFormat.CSV, RealRecordings.files("falls", ".csv.gz"));
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
}
