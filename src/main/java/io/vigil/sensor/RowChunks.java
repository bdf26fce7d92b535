package io.vigil.sensor;

import java.util.ArrayList;
import java.util.List;

/** Decodes a chunk of lines that each hold one sample; a bad line is refused alone. */
final class RowChunks {
  /**
   * Decodes all lines of the message. Blank lines are passed over and are no samples.
   *
   * @param unit of the accelerations
   */
  static Decoded decode(RawMessage message, Unit unit, RowParser parser) {
    RowRuns runs = new RowRuns(message, unit);
    List<DeadLetter> letters = new ArrayList<>(0);
    Lines lines = new Lines(message);
    Row row = new Row();
    int read = 0;
    while (lines.next()) {
      if (lines.isBlank()) {
        continue;
      }
      read++;
      row.participantId = "";
      try {
        Limits.checkRow(lines);
        parser.parse(lines, row);
        runs.add(row, lines.number());
      } catch (Refusal refusal) {
        letters.add(refusal.letter(row.participantId, message, lines.number(), lines.copy()));
      }
    }
    return new Decoded(read, runs.batches(), letters);
  }

  private RowChunks() {}
}
