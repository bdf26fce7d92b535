package io.vigil.cli;

import static io.vigil.cli.MadeUpAlerts.MINUTE;
import static io.vigil.cli.MadeUpAlerts.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertType;
import io.vigil.alert.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertDifferenceTest {
  private static final Alert FALL = alert("p1", AlertType.FALL, NINE);

  @Test
  void theSameFallInBothIsNoDifference() {
    AlertDifference difference =
        AlertDifference.between(List.of(FALL), List.of(alert("p1", AlertType.FALL, NINE)));
    assertThat(difference).isEqualTo(new AlertDifference(1, List.of(), List.of()));
  }

  @Test
  void anotherPersonAnotherTypeAndAnotherTimeAreDifferences() {
    List<Alert> others =
        List.of(
            alert("p1", AlertType.FALL, NINE + 5 * MINUTE),
            alert("p2", AlertType.FALL, NINE),
            alert("p1", AlertType.INACTIVITY, NINE));
    AlertDifference difference = AlertDifference.between(List.of(FALL), others);
    assertThat(difference.both()).isZero();
    assertThat(difference.onlyA()).containsExactly(AlertDifference.Raised.of(FALL));
    assertThat(difference.onlyB())
        .extracting(AlertDifference.Raised::participantId, AlertDifference.Raised::type)
        .containsExactly(tuple("p2", "FALL"), tuple("p1", "INACTIVITY"), tuple("p1", "FALL"));
  }

  private static Alert alert(String participant, AlertType type, long start) {
    return MadeUpAlerts.alert(participant, type, Severity.MAJOR, start, true);
  }
}
