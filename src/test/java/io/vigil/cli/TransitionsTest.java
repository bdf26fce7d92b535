package io.vigil.cli;

import static io.vigil.cli.MadeUpAlerts.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertKey;
import io.vigil.alert.AlertLifecycle;
import io.vigil.alert.AlertState;
import io.vigil.alert.AlertType;
import io.vigil.alert.Command;
import io.vigil.alert.CommandKind;
import io.vigil.alert.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A change feed skips forms of an alert and repeats others; each transition is told once. */
class TransitionsTest {
  private static final int COMMENTS = 90;

  /**
   * Seen red with: positions that do not count folded lines; an older form that is told again; the
   * first line taken for one after the folded ones.
   */
  @Property(tries = 100)
  void eachIsToldOnceAndInOrder(@ForAll Random random) {
    List<Alert> forms = forms();
    Transitions transitions = new Transitions();
    List<Integer> told = new ArrayList<>();
    int missed = 0;
    int at = 0;
    while (at < forms.size()) {
      for (Transition one : transitions.newIn(forms.get(at))) {
        assertThat(one.entry().reason()).isEqualTo(reason(one.position()));
        told.add(one.position());
        missed += one.missed();
      }
      if (random.nextInt(3) == 0) {
        assertThat(transitions.newIn(forms.get(random.nextInt(at + 1)))).isEmpty();
      }
      at += at == forms.size() - 1 ? 1 : Math.min(1 + random.nextInt(60), forms.size() - 1 - at);
    }

    assertThat(told).isSorted().doesNotHaveDuplicates();
    assertThat(told.get(0)).isZero();
    assertThat(told.get(told.size() - 1)).isEqualTo(COMMENTS);
    assertThat(told.size() + missed).isEqualTo(COMMENTS + 1);
  }

  @Property(tries = 20)
  void nothingIsMissedWhereFormsAreNear(@ForAll Random random) {
    Transitions transitions = new Transitions();
    int told = 0;
    List<Alert> forms = forms();
    for (int at = random.nextInt(10); at < forms.size(); at += 10) {
      List<Transition> news = transitions.newIn(forms.get(at));
      assertThat(news).allMatch(one -> one.missed() == 0);
      told += news.size();
      assertThat(told).isEqualTo(at + 1);
    }
  }

  /** An alert as it was after each comment, so that lines of its history are folded. */
  private static List<Alert> forms() {
    AlertLifecycle lifecycle = new AlertLifecycle(true, 0);
    AlertState state = new AlertState();
    AlertKey key = new AlertKey("p", AlertType.FALL, NINE);
    List<Alert> forms =
        new ArrayList<>(
            lifecycle
                .apply(
                    state,
                    MadeUpAlerts.incident("p", AlertType.FALL, Severity.MAJOR, NINE),
                    MadeUpAlerts.RULES,
                    NINE)
                .changes());
    for (int i = 1; i <= COMMENTS; i++) {
      Command comment =
          new Command(
              "c" + i, "p", key.id(), CommandKind.COMMENT, "ann", NINE, reason(i), Alert.NEVER);
      forms.addAll(lifecycle.apply(state, comment, MadeUpAlerts.RULES, NINE + i).changes());
    }
    return forms;
  }

  private static String reason(int position) {
    return position == 0 ? "It looks like a FALL." : "comment " + position;
  }
}
