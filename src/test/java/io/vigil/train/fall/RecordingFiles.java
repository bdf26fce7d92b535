package io.vigil.train.fall;

import io.vigil.sensor.Decoded;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.Normaliser;
import io.vigil.sensor.RawMessage;
import io.vigil.train.TrainingRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads files as the job would: the same decoding, the same units. */
final class RecordingFiles {
  private final Decoder decoder;
  private final Normaliser normaliser;

  /**
   * @param settings what files do not say of themselves
   * @param profiles what raw numbers mean
   */
  RecordingFiles(DecoderSettings settings, DeviceProfiles profiles) {
    this.decoder = new Decoder(settings, InstantSource.system());
    this.normaliser = new Normaliser(profiles);
  }

  /**
   * One recording a participant, as {@link Recorder} puts it together.
   *
   * @param format {@code CSV} or {@code UCI287}
   * @throws TrainingRefused if a row cannot be used
   */
  List<Recording> read(Path file, MessageFormat format) throws IOException {
    Decoded decoded = decoder.decode(message(file, format));
    if (!decoded.deadLetters().isEmpty()) {
      throw new TrainingRefused(file + ": " + decoded.deadLetters().get(0).reason());
    }
    Recorder recorder = new Recorder();
    decoded.batches().stream()
        .flatMap(batch -> normaliser.normalise(batch).batches().stream())
        .forEach(recorder::add);
    return recorder.recordings();
  }

  private static RawMessage message(Path file, MessageFormat format) throws IOException {
    byte[] bytes = bytes(file);
    String name = file.getFileName().toString();
    if (format == MessageFormat.UCI287) {
      return new RawMessage(format, name.replaceFirst("\\..*", ""), name, 1, bytes);
    }
    int header = 0;
    while (header < bytes.length && bytes[header] != '\n') {
      header++;
    }
    String columns = new String(bytes, 0, header, StandardCharsets.UTF_8);
    byte[] rows = Arrays.copyOfRange(bytes, Math.min(bytes.length, header + 1), bytes.length);
    return new RawMessage(format, columns, name, 2, rows);
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return in.readAllBytes();
    }
  }
}
