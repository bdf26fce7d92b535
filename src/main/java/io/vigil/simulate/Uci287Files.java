package io.vigil.simulate;

import io.vigil.activity.Activities;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A file for each participant, named by the number, of lines {@code sequence,x,y,z,label}: what the
 * sensors recorded, without a clock, so nothing is lost, late or twice.
 */
public final class Uci287Files implements BatchWriter, AutoCloseable {
  private final Path directory;
  private final Map<String, Writer> files = new HashMap<>();

  /** Writes into an existing directory. */
  public Uci287Files(Path directory) {
    this.directory = directory;
  }

  @Override
  public void write(Batch batch) throws IOException {
    Writer file = files.get(batch.participantId());
    if (file == null) {
      String number = batch.participantId().substring(1);
      file = Files.newBufferedWriter(directory.resolve(number + ".csv"));
      files.put(batch.participantId(), file);
    }
    int label = Activities.BY_LABEL.indexOf(batch.activity()) + 1;
    int first = (batch.sequence() - 1) * Batch.RATE_HZ;
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < Batch.RATE_HZ; i++) {
      lines.append(first + i).append(',');
      lines.append(batch.x()[i]).append(',');
      lines.append(batch.y()[i]).append(',');
      lines.append(batch.z()[i]).append(',');
      lines.append(label).append('\n');
    }
    file.append(lines);
  }

  @Override
  public void close() throws IOException {
    for (Writer file : files.values()) {
      file.close();
    }
  }
}
