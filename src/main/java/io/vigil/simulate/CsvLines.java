package io.vigil.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** Samples as lines {@code participantId,timestamp,x,y,z,activity} under a header. */
public final class CsvLines implements BatchWriter, AutoCloseable {
  private final CsvWriter csv;

  /** Writes to a stream, which is closed with this. */
  public CsvLines(OutputStream out) {
    this.csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord("participantId", "timestamp", "x", "y", "z", "activity");
  }

  @Override
  public void write(Batch batch) {
    for (int i = 0; i < Batch.RATE_HZ; i++) {
      csv.writeRecord(
          batch.participantId(),
          Times.iso(batch.timeMicros(i)),
          Integer.toString(batch.x()[i]),
          Integer.toString(batch.y()[i]),
          Integer.toString(batch.z()[i]),
          batch.activity());
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
