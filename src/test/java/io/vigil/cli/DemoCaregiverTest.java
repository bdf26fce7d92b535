package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vigil.activity.ModelRef;
import io.vigil.alert.Alert;
import io.vigil.alert.AlertKey;
import io.vigil.alert.AlertType;
import io.vigil.alert.Care;
import io.vigil.alert.Command;
import io.vigil.alert.CommandKind;
import io.vigil.alert.Entry;
import io.vigil.alert.Evidence;
import io.vigil.alert.History;
import io.vigil.alert.Occurrences;
import io.vigil.alert.Origin;
import io.vigil.alert.RuleRef;
import io.vigil.alert.Severity;
import io.vigil.alert.Status;
import io.vigil.alert.Times;
import io.vigil.alert.Waits;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoCaregiverTest {
  private static final long SECOND = 1_000_000;
  private static final long ESCALATED = 1_000 * SECOND;
  private static final long MUCH_LATER = ESCALATED + 3_600 * SECOND;

  private final DemoCaregiver caregiver = new DemoCaregiver();

  /** Seen red with: commands that are given again at every look. */
  @Test
  void acknowledgesOnceWhatWasEscalatedAWhileAgo() {
    List<Alert> open = List.of(alert(Status.ACTIVE_UNACK, "", true));
    assertThat(caregiver.due(open, ESCALATED + SECOND)).isEmpty();
    assertThat(caregiver.due(open, MUCH_LATER))
        .extracting(Command::kind)
        .containsExactly(CommandKind.ACK);
    assertThat(caregiver.due(open, MUCH_LATER)).isEmpty();
  }

  @Test
  void leavesWhatNobodyWasCalledFor() {
    assertThat(caregiver.due(List.of(alert(Status.ACTIVE_UNACK, "", false)), MUCH_LATER)).isEmpty();
  }

  @Test
  void clearsWhatItAcknowledged() {
    List<Alert> open = List.of(alert(Status.ACTIVE_ACK, DemoCaregiver.NAME, true));
    assertThat(caregiver.due(open, ESCALATED + SECOND)).isEmpty();
    assertThat(caregiver.due(open, MUCH_LATER))
        .extracting(Command::kind, Command::actor)
        .containsExactly(tuple(CommandKind.CLEAR, DemoCaregiver.NAME));
  }

  /** Seen red with: whoever acknowledged it not looked at. */
  @Test
  void leavesToOthersWhatTheyTook() {
    assertThat(caregiver.due(List.of(alert(Status.ACTIVE_ACK, DemoStory.YOU, true)), MUCH_LATER))
        .isEmpty();
  }

  private static Alert alert(Status status, String acknowledgedBy, boolean escalated) {
    Entry entry = new Entry(ESCALATED, Entry.VIGIL, escalated ? "escalated" : "raised", "");
    return new Alert(
        new AlertKey("p1", AlertType.FALL, 0),
        Severity.MAJOR,
        status,
        new Times(0, Alert.NEVER, status.acknowledged() ? ESCALATED : Alert.NEVER, Alert.NEVER),
        new Care(acknowledgedBy, "", 1, "family"),
        new Waits(Alert.NEVER, Alert.NEVER, Alert.NEVER, Alert.NEVER),
        new Occurrences(0, List.of()),
        Evidence.of("It looks like a fall."),
        new History(0, List.of(entry)),
        new Origin(0, false, new RuleRef("fall", 1), new ModelRef("", 0, "")),
        2);
  }
}
