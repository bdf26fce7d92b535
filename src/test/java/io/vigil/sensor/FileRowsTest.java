package io.vigil.sensor;

import static io.vigil.sensor.Messages.DECODER;
import static io.vigil.sensor.Messages.HEADER;
import static io.vigil.sensor.Messages.csv;
import static io.vigil.sensor.Messages.reason;
import static io.vigil.sensor.Messages.uci;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRowsTest {
  private static final long NEW_YEAR_MICROS = 1_767_225_600_000_000L;

  @Test
  void timesUciRowsByTheirLine() {
    Decoded decoded = DECODER.decode(uci(53, "1e+05,1,2,3,4\n?\n\n1e+05,1,2,3,4\n1e+05,1,2,3,0"));
    assertThat(decoded.read()).isEqualTo(4);
    assertThat(decoded.batches()).hasSize(3);
    assertThat(decoded.batches().get(0).times()).containsExactly(NEW_YEAR_MICROS + 1_000_000);
    assertThat(decoded.batches().get(1).times())
        .containsExactly(NEW_YEAR_MICROS + Math.round(55 * 1e6 / 52));
    assertThat(decoded.batches())
        .extracting(DeviceBatch::activity)
        .containsExactly("Walking", "Walking", "");
    assertThat(decoded.deadLetters().get(0).position()).isEqualTo(54);
    assertThat(decoded.deadLetters().get(0).participantId()).isEqualTo("12");
  }

  @Test
  void joinsRowsOfOneLabel() {
    Decoded decoded = DECODER.decode(uci(1, "0,1,2,3,1\r\n1,4,5,6,1\r\n2,7,8,9,3\r\n"));
    assertThat(decoded.batches()).extracting(DeviceBatch::size).containsExactly(2, 1);
    assertThat(decoded.batches().get(0).z()).containsExactly(3, 6);
    assertThat(decoded.batches().get(1).position()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1,2,3,4|The row has 4 columns, expected 5 (sequence,x,y,z,label): is the label missing?",
        "1,2,3|The row has 3 columns, expected 5",
        "1,2,3,4,5,6|The row has 6 columns, expected 5",
        "1,two,3,4,5|x is 'two', expected a number",
        "1,2,,4,5|y is empty, expected a number",
        "1,2,3,NaN,5|z is NaN, expected a finite number",
        "1,2,3,-Infinity,5|z is -Infinity, expected a finite number",
        "1,2,3,1e999,5|z is Infinity, expected a finite number",
        "1,2,3,0x10,5|z is '0x10', expected a number",
        "1,2,3,4,|The label is missing",
        "1,2,3,4,8|label is '8', expected 1 to 7, or 0 for no activity",
        "1,2,3,4,1.5|label is '1.5', expected 1 to 7",
        "sequence,x,y,z,label|This looks like a header: 'sequence,x,y,z,label'",
      })
  void refusesAUciRow(String row, String expected) {
    Decoded decoded = DECODER.decode(uci(1, row + "\n1,2,3,4,5\n"));
    assertThat(reason(decoded)).contains(expected);
    assertThat(decoded.deadLetters().get(0).payload()).asString().isEqualTo(row);
    assertThat(decoded.batches()).extracting(DeviceBatch::position).containsExactly(2L);
  }

  @Test
  void refusesALineThatIsTooLong() {
    Decoded decoded = DECODER.decode(uci(1, "1".repeat(Limits.ROW_BYTES + 1) + "\n1,2,3,4,5"));
    assertThat(reason(decoded)).contains("longer than 65536 bytes");
    assertThat(decoded.batches()).hasSize(1);
  }

  @Test
  void readsColumnsInAnyOrder() {
    Decoded decoded =
        DECODER.decode(
            csv("z,ward,activity,participantId,y,x,timestamp", "3,w,Walking,p1,2,1,1767603600000"));
    DeviceBatch batch = decoded.batches().get(0);
    assertThat(batch.participantId()).isEqualTo("p1");
    assertThat(batch.activity()).isEqualTo("Walking");
    assertThat(batch.unit()).isEqualTo(Unit.G);
    assertThat(new float[] {batch.x()[0], batch.y()[0], batch.z()[0]}).containsExactly(1, 2, 3);
  }

  @Test
  void joinsRowsOfOneParticipantActivityAndDirectionOfTime() {
    Decoded decoded =
        DECODER.decode(
            csv(
                HEADER,
                """
                p1,2026-01-05T09:00:00Z,0,1,0,
                p1,2026-01-05T10:00:00.05+01:00,0,1,0,
                p1,1767603600090.25,0,1,0,Walking
                p2,1767603600090.25,0,1,0,Walking
                "p2",1767603600090,0,1,0,"Walking"
                "p2",1767603600091,0,1,0,"Walking"
                """));
    assertThat(decoded.deadLetters()).isEmpty();
    assertThat(decoded.batches()).extracting(DeviceBatch::size).containsExactly(2, 1, 1, 2);
    assertThat(decoded.batches().get(1).times()).containsExactly(1_767_603_600_090_250L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "p1,1767603600000,0,1,0|The row has 5 columns, expected 6 as in the header",
        ",1767603600000,0,1,0,|There is no participant",
        "p1,1767603600,0,1,0,|are these seconds instead of milliseconds?",
        "p1,1767603600000000,0,1,0,|more than 24 hours ahead of the clock",
        "p1,soon,0,1,0,|timestamp is 'soon', expected a number",
        "p1,2026-13-05T09:00:00Z,0,1,0,|expected ISO-8601 with a zone",
        "p1,1767603600000,0,1g,0,|y is '1g', expected a number",
      })
  void refusesACsvRow(String row, String expected) {
    Decoded decoded = DECODER.decode(csv(HEADER, row + "\np1,1767603600000,0,1,0,\n"));
    assertThat(reason(decoded)).contains(expected);
    assertThat(decoded.batches()).extracting(DeviceBatch::position).containsExactly(3L);
  }

  @Test
  void refusesAllRowsUnderAHeaderThatLacksAColumn() {
    Decoded decoded = DECODER.decode(csv("participantId,timestamp,x,y", "p1,1,2,3\np1,1,2,3"));
    assertThat(decoded.read()).isEqualTo(2);
    assertThat(decoded.deadLetters()).hasSize(2);
    assertThat(decoded.deadLetters().get(0).reason()).contains("has no column 'z'");
  }

  @Test
  void saysWhereAFileBrokeOff() {
    Decoded decoded =
        DECODER.decode(
            new RawMessage(MessageFormat.BROKEN_OFF, "broke off", "a.gz", 9, new byte[] {'1'}));
    assertThat(decoded.read()).isZero();
    assertThat(reason(decoded)).isEqualTo("broke off");
    assertThat(decoded.deadLetters().get(0).samples()).isZero();
  }
}
