package io.vigil.sensor;

import static io.vigil.sensor.Messages.BATCH;
import static io.vigil.sensor.Messages.DECODER;
import static io.vigil.sensor.Messages.SAMPLE;
import static io.vigil.sensor.Messages.json;
import static io.vigil.sensor.Messages.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMessagesTest {
  private static final long NINE_MICROS = Messages.NINE.getEpochSecond() * 1_000_000;

  @Test
  void readsASample() {
    DeviceBatch batch = DECODER.decode(json(SAMPLE)).batches().get(0);
    assertThat(batch.times()).containsExactly(NINE_MICROS + 19_000);
    assertThat(batch.unit()).isEqualTo(Unit.RAW);
    assertThat(batch.x()).containsExactly(1222);
    assertThat(batch.y()).containsExactly(1402);
    assertThat(batch.z()).containsExactly(2037);
    assertThat(batch.whole()).isTrue();
  }

  @Test
  void readsASampleInMillisecondsWithUnitAndActivity() {
    String text =
        SAMPLE
            .replace("\"2026-01-05T09:00:00.019Z\"", "1767603600019.5")
            .replace("}", ",\"unit\":\"mg\",\"activity\":\"Walking\",\"ward\":{\"bed\":[1]}}");
    DeviceBatch batch = DECODER.decode(json(text)).batches().get(0);
    assertThat(batch.times()).containsExactly(NINE_MICROS + 19_500);
    assertThat(batch.unit()).isEqualTo(Unit.MG);
    assertThat(batch.activity()).isEqualTo("Walking");
  }

  @Test
  void readsABatch() {
    Decoded decoded = DECODER.decode(json(BATCH));
    assertThat(decoded.read()).isEqualTo(3);
    DeviceBatch batch = decoded.batches().get(0);
    assertThat(batch.participantId()).isEqualTo("p1");
    assertThat(batch.times())
        .containsExactly(NINE_MICROS, NINE_MICROS + 20_000, NINE_MICROS + 40_000);
    assertThat(batch.z()).containsExactly(0, 1, 4095);
  }

  @Test
  void readsABatchWithAnOffsetASample() {
    String text = BATCH.replace("\"rateHz\":50", "\"offsetsMillis\":[0,48.5,103]");
    assertThat(DECODER.decode(json(text)).batches().get(0).times())
        .containsExactly(NINE_MICROS, NINE_MICROS + 48_500, NINE_MICROS + 103_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[2048,2049,2050]|[2048,\"a\",2050]|x[1] is 'a', expected a number",
        "[2048,2049,2050]|[2048,2049,NaN]|x[2] is NaN, expected a finite number",
        "[2048,2049,2050]|[2048,2049,1e300]|x[2] is 1.0E300, out of range",
        "[2048,2049,2050]|[2048,null,2050]|x[1] is null, expected a number",
        "[2048,2049,2050]|[2048,[1],2050]|x[1] is an array, expected a number",
        "[2048,2049,2050]|7|x is 7, expected an array of numbers",
        "[2048,2049,2050]|[2048]|x, y and z have 1, 3 and 3 values, expected equal numbers",
        "\"raw\"|\"stone\"|unit is 'stone', expected one of g, m/s2, mg, raw",
        "\"unit\":\"raw\",|``|unit is missing, expected one of g, m/s2, mg, raw",
        "\"participantId\":\"p1\",|``|There is no participant",
        "\"p1\"|\" \"|There is no participant",
        "\"p1\"|\"p\\u0007\"|control character U+0007",
        "\"p1\"|\"p\\ud800\"|no valid UTF-8 text",
        "\"p1\"|17|participantId is '17', expected text",
        "\"rateHz\":50|\"rateHz\":0|rateHz is 0.0, expected above 0 and at most 1000",
        "\"rateHz\":50|\"rateHz\":1001|rateHz is 1001.0, expected above 0 and at most 1000",
        "\"rateHz\":50,|``|rateHz is missing",
        "\"rateHz\":50|\"rateHz\":1e-9|span more than a day",
        "\"rateHz\":50|\"offsetsMillis\":[0,1]|There are 2 offsets for 3 samples",
        "\"rateHz\":50|\"offsetsMillis\":[0,20,10]|Offset 2 is 10.0 ms, expected later than",
        "\"rateHz\":50|\"offsetsMillis\":[0,20,20]|Offset 2 is 20.0 ms, expected later than",
        "\"rateHz\":50|\"offsetsMillis\":[0,20,1e11]|Offset 2 is 1.0E11 ms, expected within a day",
        "\"2026-01-05T09:00:00Z\"|1767603600|are these seconds instead of milliseconds?",
        "\"2026-01-05T09:00:00Z\"|\"1999-12-31T23:59:59Z\"|expected none before 2000-01-01",
        "\"2026-01-05T09:00:00Z\"|\"2026-01-06T09:00:01Z\"|more than 24 hours ahead of the clock",
        "\"2026-01-05T09:00:00Z\"|\"2026-01-05T09:00:00\"|expected ISO-8601 with a zone",
        "\"2026-01-05T09:00:00Z\"|[]|start is an array, expected ISO-8601",
        "\"start\":\"2026-01-05T09:00:00Z\",|``|start is missing",
        "\"sequence\":481|\"accelerationX\":1|fields of a batch and of a single sample",
        "\"sequence\":481|\"unit\":\"g\"|not parsable as JSON",
        "\"x\":[|\"x\":[}|not parsable as JSON at byte",
      })
  void refusesABatchWhole(String seen, String planted, String expected) {
    String text = BATCH.replace(seen, planted);
    assertThat(text).isNotEqualTo(BATCH);
    Decoded decoded = DECODER.decode(json(text));
    assertThat(reason(decoded)).contains(expected);
    assertThat(decoded.batches()).isEmpty();
    DeadLetter letter = decoded.deadLetters().get(0);
    assertThat(letter.samples()).isEqualTo(decoded.read()).isIn(1, 3);
    assertThat(letter.payload()).asString().isEqualTo(text);
    assertThat(letter.source()).isEqualTo("hub/3");
    assertThat(letter.position()).isEqualTo(77);
  }

  @Test
  void countsTheSamplesOfARefusedBatch() {
    assertThat(DECODER.decode(json(BATCH.replace("2049", "\"?\""))).read()).isEqualTo(3);
    assertThat(DECODER.decode(json(BATCH.replace("[2048,2049,2050]", "[]"))).read()).isEqualTo(3);
  }

  @Test
  void refusesEmptyArraysAndTooManySamples() {
    String empty = BATCH.replaceAll("\\[[^]]*]", "[]");
    assertThat(reason(DECODER.decode(json(empty)))).contains("are empty");
    String many = BATCH.replaceAll("\\[[^]]*]", "[1" + ",1".repeat(10_000) + "]");
    Decoded decoded = DECODER.decode(json(many));
    assertThat(reason(decoded)).contains("has 10001 samples, expected at most 10000");
    assertThat(decoded.read()).isEqualTo(10_001);
  }

  @Test
  void refusesWhatIsNoObjectOrMoreThanOne() {
    assertThat(reason(DECODER.decode(json("[1]")))).contains("expected a JSON object");
    assertThat(reason(DECODER.decode(json("")))).contains("expected a JSON object");
    assertThat(reason(DECODER.decode(json(SAMPLE + SAMPLE)))).contains("expected one object alone");
    assertThat(reason(DECODER.decode(json("{\"a\":" + "[".repeat(50))))).contains("not parsable");
    assertThat(reason(DECODER.decode(json(SAMPLE.substring(0, 70))))).contains("not parsable");
    assertThat(reason(DECODER.decode(json("{\"q\":\"" + "q".repeat(1 << 20) + "\"}"))))
        .contains("longer than 1048576 bytes");
  }

  @Test
  void refusesALongParticipant() {
    String text = SAMPLE.replace("p1", "p".repeat(129));
    assertThat(reason(DECODER.decode(json(text))))
        .contains("has 129 characters, expected at most 128");
  }

  @Test
  void saysNothingOfTheClockInAReason() {
    // Else two replays of the same files would differ.
    RawMessage ahead = json(SAMPLE.replace("2026-01-05", "2036-01-05"));
    Decoder later =
        new Decoder(
            DecoderSettings.DEFAULT,
            java.time.InstantSource.fixed(Instant.parse("2026-02-01T00:00:00Z")));
    assertThat(reason(later.decode(ahead))).isEqualTo(reason(DECODER.decode(ahead)));
  }

  @Test
  void readsLinesEachAsAMessage() {
    RawMessage lines =
        new RawMessage(
            MessageFormat.JSONL, "", "day.jsonl", 10, Messages.bytes(SAMPLE + "\r\n\n?\n" + BATCH));
    Decoded decoded = DECODER.decode(lines);
    assertThat(decoded.read()).isEqualTo(5);
    assertThat(decoded.batches()).extracting(DeviceBatch::position).containsExactly(10L, 13L);
    assertThat(decoded.deadLetters().get(0).position()).isEqualTo(12);
    assertThat(decoded.deadLetters().get(0).payload()).asString().isEqualTo("?");
  }
}
