package io.vigil.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VeiledLettersTest {
  private static final Pseudonyms PSEUDONYMS = Pseudonyms.by(Secret.of("3f9c17d2a6b84e05c1f2"));
  private static final VeiledLetters VEILED = new VeiledLetters(PSEUDONYMS);
  private static final String ANNA = PSEUDONYMS.of("anna");

  @Test
  void keepsAnObjectUnderTheOtherName() {
    DeadLetter letter =
        veiled(
            "{\"participantId\":\"anna\",\"start\":0,\"unit\":\"of anna\",\"x\":[1,NaN,3],"
                + "\"\\u0061nna\":{\"note\":[\"a\\u006ena!\",true,null]}}");
    assertThat(letter.participantId()).isEqualTo(ANNA);
    assertThat(letter.reason())
        .startsWith("unit is 'of " + ANNA + "', expected one of")
        .doesNotContain("anna");
    assertThat(letter.payload())
        .asString()
        .isEqualTo(
            "{\"participantId\":\"%s\",\"start\":0,\"unit\":\"of %s\",\"x\":[1,NaN,3],\"%s\":{\"note\":[\"%s!\",true,null]}}"
                .formatted(ANNA, ANNA, ANNA, ANNA));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Nobody knows whose it is.
        "{\"participant\":\"anna\",\"unit\":\"anna\"}|There is no participant",
        "{\"participantId\":12345}|participantId is (withheld), expected text",
        "\"anna\"|The message is (withheld), expected a JSON object",
        // It is known whose it is, but not what else is there.
        "{\"participantId\":\"anna\",\"unit\":|The message is not parsable as JSON at byte ",
        "{\"participantId\":\"anna\",\"participantId\":\"bert\"}|The message is not parsable as JSON",
        "{\"participantId\":\"anna\"}{\"participantId\":\"bert\"}|The message goes on after",
      })
  void withholdsWhatMayHoldAnybodysId(String payload, String reason) {
    DeadLetter letter = veiled(payload);
    assertThat(letter.payload()).isEmpty();
    assertThat(letter.reason())
        .startsWith(reason)
        .contains("; the payload is withheld, because ", "at its source and position")
        .doesNotContain("anna", "bert", "12345");
    assertThat(letter.source()).isEqualTo("hub/3");
    assertThat(letter.position()).isEqualTo(77);
  }

  /** Seen red with: quotes kept although they were cut short. */
  @Test
  void aQuoteThatWasCutShortIsCutWhole() {
    String longId = "anna".repeat(20);
    DeadLetter letter =
        veiled("{\"participantId\":\"" + longId + "\",\"unit\":\"" + longId + "\",\"start\":0}");
    assertThat(letter.reason()).startsWith("unit is (withheld)").doesNotContain("anna");
    assertThat(letter.payload()).asString().contains(PSEUDONYMS.of(longId)).doesNotContain("anna");
  }

  /** Otherwise participant 1 would change every number and half of the words. */
  @Test
  void aShortIdIsReplacedWhereItStandsAlone() {
    DeadLetter letter =
        veiled(
            "{\"participantId\":\"1\",\"start\":0,\"unit\":\"m/s1\",\"note\":\"of 1\",\"x\":[1],\"bed\":1}");
    String one = PSEUDONYMS.of("1");
    assertThat(letter.payload())
        .asString()
        .isEqualTo(
            "{\"participantId\":\"%s\",\"start\":0,\"unit\":\"m/s1\",\"note\":\"of %s\",\"x\":[1],\"bed\":\"%s\"}"
                .formatted(one, one, one));
  }

  @Test
  void avroIsWithheldUnderTheOtherName() {
    byte[] avro =
        AvroBatches.encode(
            AvroBatch.ofCounts("anna", Messages.NINE, -1, new int[1], new int[1], new int[1]));
    DeadLetter letter =
        VEILED.of(Messages.DECODER.decode(Messages.avro(avro)).deadLetters().get(0));
    assertThat(letter.participantId()).isEqualTo(ANNA);
    assertThat(letter.payload()).isEmpty();
    assertThat(letter.reason()).startsWith("rateHz is -1.0");
  }

  private static DeadLetter veiled(String payload) {
    return VEILED.of(Messages.DECODER.decode(Messages.json(payload)).deadLetters().get(0));
  }
}
