package io.vigil.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.fault.promise.AlertsNeverGoBack;
import io.vigil.fault.promise.EverySampleAccounted;
import io.vigil.fault.promise.NothingConflicting;
import io.vigil.fault.promise.NothingExtra;
import io.vigil.fault.promise.NothingLost;
import io.vigil.fault.promise.Promise;
import io.vigil.fault.promise.RecoversInTime;
import io.vigil.fault.promise.RestartsOnlyForFaults;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each promise on a run that keeps all of them, and on one that was tampered with to break it. */
class PromisesTest {
  private static final Evidence.Tally TALLY = new Evidence.Tally(520, 480, 20, 5, 5, 10);

  /** A run as it should be, to be spoilt. */
  private static final class Run {
    private final Map<String, String> found = new TreeMap<>(expected());
    private final TreeSet<String> changed = new TreeSet<>();
    private final TreeSet<String> backwards = new TreeSet<>();
    private Evidence.Samples samples = new Evidence.Samples(520, TALLY, 5, 5);
    private long recovered = 20_000;
    private long restarts = 1;

    private static Map<String, String> expected() {
      return Map.of("predictions/a", "walking", "predictions/b", "sitting", "alerts/f", "fall");
    }

    private Evidence evidence() {
      return new Evidence(
          expected(),
          found,
          changed,
          backwards,
          7,
          samples,
          List.of(new Evidence.Recovery("a kill", 15_000, recovered, 30_000, 1)),
          restarts);
    }
  }

  @Test
  void allHoldWhereNothingIsWrong() {
    assertThat(Report.broken(new Run().evidence())).isEmpty();
  }

  @Test
  void aLostDocumentIsFound() {
    assertBrokenBy(new NothingLost(), run -> run.found.remove("predictions/b"));
  }

  @Test
  void anExtraDocumentIsFound() {
    assertBrokenBy(new NothingExtra(), run -> run.found.put("predictions/c", "walking"));
  }

  @Test
  void anotherContentIsFound() {
    assertBrokenBy(new NothingConflicting(), run -> run.found.put("predictions/a", "sitting"));
  }

  @Test
  void anotherContentOnTheWayIsFound() {
    assertBrokenBy(new NothingConflicting(), run -> run.changed.add("predictions/a"));
  }

  @Test
  void anAlertThatWentBackIsFound() {
    assertBrokenBy(new AlertsNeverGoBack(), run -> run.backwards.add("alerts/f"));
  }

  @Test
  void aSampleThatWasNotReadIsFound() {
    assertBrokenBy(
        new EverySampleAccounted(), run -> run.samples = new Evidence.Samples(572, TALLY, 5, 5));
  }

  @Test
  void aSampleThatBecameNothingIsFound() {
    Evidence.Tally less = new Evidence.Tally(520, 479, 20, 5, 5, 10);
    assertBrokenBy(
        new EverySampleAccounted(), run -> run.samples = new Evidence.Samples(520, less, 5, 5));
  }

  @Test
  void aLateSampleThatIsNotToldOfIsFound() {
    assertBrokenBy(
        new EverySampleAccounted(), run -> run.samples = new Evidence.Samples(520, TALLY, 4, 5));
  }

  @Test
  void aSlowRecoveryIsFound() {
    assertBrokenBy(new RecoversInTime(), run -> run.recovered = 30_001);
  }

  @Test
  void aRestartThatNoFaultExplainsIsFound() {
    assertBrokenBy(new RestartsOnlyForFaults(), run -> run.restarts = 2);
  }

  /** That promise is broken, and it alone. */
  private static void assertBrokenBy(Promise promise, Consumer<Run> tampering) {
    Run run = new Run();
    tampering.accept(run);
    assertThat(promise.broken(run.evidence())).isNotEmpty();
    assertThat(Report.broken(run.evidence()))
        .singleElement()
        .asString()
        .startsWith(promise.getClass().getSimpleName());
  }
}
