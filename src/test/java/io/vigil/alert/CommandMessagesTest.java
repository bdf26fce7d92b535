package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandMessagesTest {
  private static final String GOOD =
      "{\"id\":\"c1\",\"participantId\":\"p1\",\"alertId\":\"a1\",\"command\":\"snooze\","
          + "\"actor\":\"ann\",\"time\":\"2026-01-05T09:00:00Z\",\"text\":\"later\","
          + "\"until\":\"2026-01-05T10:00:00Z\"}";

  @Test
  void isReadAsWritten() {
    Command command = read(GOOD);
    assertThat(command.kind()).isEqualTo(CommandKind.SNOOZE);
    assertThat(command.until() - command.time()).isEqualTo(3_600_000_000L);
    assertThat(CommandMessages.write(command)).isEqualTo(GOOD);
  }

  @Test
  void everyKindHasAWord() {
    for (CommandKind kind : CommandKind.values()) {
      assertThat(CommandKind.named(kind.word())).contains(kind);
    }
    assertThat(CommandKind.IM_OK.word()).isEqualTo("im-ok");
  }

  @Test
  void timesMayBeMilliseconds() {
    assertThat(read(GOOD.replace("\"2026-01-05T09:00:00Z\"", "1767603600000")).time())
        .isEqualTo(read(GOOD).time());
  }

  /** Who gives it may be missing: the job answers that where everybody can see it. */
  @Test
  void onlyWhatTheJobCannotAnswerIsRefusedHere() {
    Command command = read("{\"id\":\"c\",\"alertId\":\"a\",\"command\":\"ack\"}");
    assertThat(command.actor()).isEmpty();
    assertThat(command.participantId()).isEmpty();
    assertThat(command.time()).isEqualTo(Alert.NEVER);
  }

  /** Seen red with: duplicate fields of which the last counts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `"snooze"`      | `"explode"`                | command is 'explode', expected one of ack, unack
          `"snooze"`      | 7                          | command is a number, expected text
          `"id":"c1",`    | ``                         | id is missing
          `"id":"c1"`     | `"id":"a/b"`               | id is 'a/b', expected it without
          `"id":"c1"`     | `"id":"c1","id":"c2"`      | not parsable as JSON
          `"alertId":"a1",`| ``                        | alertId is missing
          `"later"`       | `{}`                       | text is an object
          `"2026-01-05T10:00:00Z"` | `"tomorrow"`      | until is 'tomorrow', expected ISO-8601
          `"2026-01-05T10:00:00Z"` | 9223372036854775807 | until is
          `{`             | `[`                        | not parsable as JSON
          """)
  void saysWhatIsWrong(String part, String instead, String reason) {
    assertThatThrownBy(() -> read(GOOD.replace(part, instead)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesWhatIsTooLongOrTooDeep() {
    assertThatThrownBy(() -> read(GOOD.replace("later", "x".repeat(20_000))))
        .hasMessageContaining("bytes, expected at most 16,384");
    assertThatThrownBy(() -> read("[".repeat(8000))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> read("")).hasMessageContaining("empty, expected a JSON object");
    assertThatThrownBy(() -> read("null")).hasMessageContaining("expected a JSON object");
  }

  /** Anything at all is read or refused with a reason. */
  @Property(tries = 2000)
  void spoiltMessagesNeverDoAnythingElse(@ForAll Random random) {
    byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(6); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    try {
      assertThat(CommandMessages.read(bytes).id()).isNotBlank();
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank().hasLineCount(1).hasSizeLessThan(400);
    }
  }

  private static Command read(String text) {
    return CommandMessages.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
