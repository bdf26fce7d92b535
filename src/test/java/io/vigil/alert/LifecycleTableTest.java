package io.vigil.alert;

import static io.vigil.alert.Told.BEGINNING;
import static io.vigil.alert.Told.MINUTE;
import static io.vigil.alert.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every command does in every status. */
class LifecycleTableTest {

  /**
   * A dash where the command is refused and nothing changes. "in time" is within the wearer's
   * countdown. Seen red with: {@code clear} acknowledging too; {@code IM_OK} clearing at any time.
   */
  private static final String TABLE =
      """
      command          | ACTIVE_UNACK  | ACTIVE_ACK    | CLEARED_UNACK | CLEARED_ACK
      ACK              | ACTIVE_ACK    | -             | CLEARED_ACK   | -
      UNACK            | -             | ACTIVE_UNACK  | -             | -
      CLEAR            | CLEARED_UNACK | CLEARED_ACK   | -             | -
      RESOLVE          | CLEARED_ACK   | CLEARED_ACK   | CLEARED_ACK   | -
      ASSIGN           | ACTIVE_UNACK  | ACTIVE_ACK    | CLEARED_UNACK | -
      COMMENT          | ACTIVE_UNACK  | ACTIVE_ACK    | CLEARED_UNACK | -
      SNOOZE           | ACTIVE_UNACK  | ACTIVE_ACK    | -             | -
      IM_OK in time    | CLEARED_UNACK | ACTIVE_ACK    | -             | -
      IM_OK            | ACTIVE_UNACK  | ACTIVE_ACK    | -             | -
      """;

  @ParameterizedTest(name = "{1} when {0}: {2}")
  @MethodSource("cells")
  void everyCommandInEveryStatus(Status status, String command, String expected) {
    long now = BEGINNING + (command.endsWith("in time") ? 10 * SECOND : MINUTE);
    Told told = Told.live().fall(BEGINNING);
    bring(told, status, now);
    told.pass(now);
    List<Alert> before = List.copyOf(told.written);
    assertThat(told.newest().status()).isEqualTo(status);

    Answer answer = told.say(CommandKind.valueOf(command.split(" ")[0]), now);

    if (expected.equals("-")) {
      assertThat(answer.verdict()).isEqualTo(Answer.Verdict.REFUSED);
      assertThat(answer.reason()).isNotEmpty();
      assertThat(told.written).isEqualTo(before);
    } else {
      assertThat(answer.verdict()).isEqualTo(Answer.Verdict.FOLLOWED);
      Alert changed = told.written.get(before.size());
      assertThat(changed.status()).hasToString(expected);
      assertThat(changed.revision())
          .isEqualTo(before.get(before.size() - 1).revision() + 1)
          .isEqualTo(answer.revision());
      Entry entry = last(changed.history().kept());
      assertThat(entry.actor()).isEqualTo("ann");
      assertThat(entry.time()).isEqualTo(now);
      assertThat(entry.action()).isNotEmpty();
    }
  }

  /** A command or a status that is new must get its place in the table. */
  @Test
  void tableHasEveryPair() {
    assertThat(cells().map(cell -> cell.get()[0] + " " + ((String) cell.get()[1]).split(" ")[0]))
        .containsAll(
            Arrays.stream(CommandKind.values())
                .flatMap(kind -> Arrays.stream(Status.values()).map(status -> status + " " + kind))
                .toList());
  }

  static Stream<Arguments> cells() {
    List<String[]> rows = TABLE.lines().map(line -> line.split("\\|")).toList();
    String[] statuses = rows.get(0);
    return rows.stream()
        .skip(1)
        .flatMap(
            row ->
                Stream.of(1, 2, 3, 4)
                    .map(
                        column ->
                            arguments(
                                Status.valueOf(statuses[column].strip()),
                                row[0].strip(),
                                row[column].strip())));
  }

  private static void bring(Told told, Status status, long now) {
    if (status == Status.ACTIVE_ACK || status == Status.CLEARED_ACK) {
      told.say(CommandKind.ACK, now);
    }
    if (!status.active()) {
      told.say(CommandKind.CLEAR, now);
    }
  }

  private static <T> T last(List<T> all) {
    return all.get(all.size() - 1);
  }
}
