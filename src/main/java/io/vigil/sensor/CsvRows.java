package io.vigil.sensor;

/** Reads rows of a file with a header {@value CsvHeader#EXPECTED}. */
final class CsvRows implements RowParser {
  private final CsvHeader header;
  private final TimeBounds bounds;
  private final Fields fields = new Fields();
  private final RepeatedText participants = new RepeatedText(Names::participant);
  private final RepeatedText activities = new RepeatedText(Names::activity);

  CsvRows(CsvHeader header, TimeBounds bounds) {
    this.header = header;
    this.bounds = bounds;
  }

  @Override
  public void parse(Lines lines, Row row) throws Refusal {
    fields.splitQuoted(lines.bytes(), lines.from(), lines.to());
    if (fields.count() != header.columns()) {
      throw new Refusal(
          "The row has %d columns, expected %d as in the header"
              .formatted(fields.count(), header.columns()));
    }
    row.participantId = participants.of(fields, header.participantId());
    row.time = fields.micros(header.timestamp(), "timestamp");
    bounds.check(row.time, "timestamp");
    row.x = fields.acceleration(header.x(), "x");
    row.y = fields.acceleration(header.y(), "y");
    row.z = fields.acceleration(header.z(), "z");
    row.activity = header.activity() < 0 ? "" : activities.of(fields, header.activity());
  }
}
