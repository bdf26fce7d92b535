package io.vigil.sensor;

import io.vigil.activity.Activities;

/**
 * Reads rows {@code sequence,x,y,z,label} of UCI data set 287, "Activity Recognition from a Single
 * Chest-Mounted Accelerometer". Time follows from the number of the line, because the first column
 * is printed with five digits and repeats itself past 99,999; so a bad line still takes its slot.
 */
final class Uci287Rows implements RowParser {
  private static final String COLUMNS = "sequence,x,y,z,label";

  private final String participantId;
  private final long startMicros;
  private final double rateHz;
  private final Fields fields = new Fields();

  Uci287Rows(String participantId, DecoderSettings settings) {
    this.participantId = participantId;
    this.startMicros = Timestamps.micros(settings.uci287Start());
    this.rateHz = settings.uci287RateHz();
  }

  @Override
  public void parse(Lines lines, Row row) throws Refusal {
    row.participantId = participantId;
    Names.participant(participantId);
    if (lines.number() == 1 && beginsWithLetter(lines)) {
      throw new Refusal(
          "This looks like a header: "
              + Quote.of(lines.bytes(), lines.from(), lines.to())
              + ", expected rows "
              + COLUMNS
              + " without one");
    }
    fields.split(lines.bytes(), lines.from(), lines.to());
    if (fields.count() == 4) {
      throw new Refusal(
          "The row has 4 columns, expected 5 (" + COLUMNS + "): is the label missing?");
    }
    if (fields.count() != 5) {
      throw new Refusal("The row has " + fields.count() + " columns, expected 5 (" + COLUMNS + ")");
    }
    fields.number(0, "sequence");
    row.time = startMicros + Math.round((lines.number() - 1) * 1e6 / rateHz);
    row.x = fields.acceleration(1, "x");
    row.y = fields.acceleration(2, "y");
    row.z = fields.acceleration(3, "z");
    row.activity = activity();
  }

  private String activity() throws Refusal {
    if (fields.isEmpty(4)) {
      throw new Refusal("The label is missing, expected 1 to 7, or 0 for no activity");
    }
    double label = fields.number(4, "label");
    if (label == 0) {
      return "";
    }
    int number = (int) label;
    if (number != label || number < 1 || number > Activities.BY_LABEL.size()) {
      throw new Refusal(
          "label is " + Quote.of(fields.text(4)) + ", expected 1 to 7, or 0 for no activity");
    }
    return Activities.BY_LABEL.get(number - 1);
  }

  private static boolean beginsWithLetter(Lines lines) {
    byte first = lines.bytes()[lines.from()];
    return Character.isLetter(first) || first == '"';
  }
}
