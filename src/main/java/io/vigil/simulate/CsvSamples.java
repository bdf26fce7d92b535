package io.vigil.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.vigil.sensor.SampleBatch;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** Samples in g as lines {@code participantId,timestamp,x,y,z} under a header: nothing is lost. */
public final class CsvSamples implements AutoCloseable {
  private static final double PER_G = SampleBatch.PER_G;

  private final CsvWriter csv;

  /** Writes to a stream, which is closed with this. */
  public CsvSamples(OutputStream out) {
    this.csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord("participantId", "timestamp", "x", "y", "z");
  }

  /** Writes samples behind those before. */
  public void write(SampleBatch samples) {
    for (int i = 0; i < samples.size(); i++) {
      csv.writeRecord(
          samples.participantId(),
          Times.iso(samples.times()[i]),
          g(samples.x()[i]),
          g(samples.y()[i]),
          g(samples.z()[i]));
    }
  }

  private static String g(short steps) {
    return Double.toString(steps / PER_G);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
