package io.vigil.train.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PersonalReportTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-12);
  private static final Proof HOLDS = new Proof(60, 3, 70, 20, 0.5, 0.3, 0.5);
  private static final Proof FAILS = new Proof(60, 3, 40, 40, 0.5, 0.6, 0.3);

  /** Seen red with: the wearer's own model counted where it is not in use. */
  @Test
  void countsWhatIsInUseAndNotWhatWasRefused() {
    assertThat(HOLDS.holds()).isTrue();
    assertThat(FAILS.holds()).isFalse();
    PersonalReport report =
        PersonalReport.of(
            List.of(
                row("p1", 100, 0.5, 0.9, HOLDS),
                row("p2", 300, 0.8, 0.2, FAILS),
                row("p3", 100, 0.6, 0.5, HOLDS)));

    assertThat(report.common()).isCloseTo(1.9 / 3, CLOSE);
    assertThat(report.personal()).isCloseTo(2.2 / 3, CLOSE);
    assertThat(report.gain()).isCloseTo(0.1, CLOSE);
    assertThat(report.worse()).isEqualTo(1);
    assertThat(report.pooledCommon()).isCloseTo((50 + 240 + 60) / 500.0, CLOSE);
    assertThat(report.pooledPersonal()).isCloseTo((90 + 240 + 50) / 500.0, CLOSE);
  }

  private static PersonalReport.Row row(
      String participant, long windows, double common, double own, Proof proof) {
    return PersonalReport.Row.of(participant, proof.answers(), windows, common, own, proof);
  }
}
