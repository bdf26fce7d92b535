package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds whatever happens, in whatever order. */
class LifecyclePropertyTest {

  /** One input and when it came. */
  private record Moment(Input input, long now) {}

  /** Seen red with: a revision kept by {@code AlertChange.done} for a comment. */
  @Property(tries = 100)
  void revisionsRiseByOneAndEveryChangeHasALineOfHistory(@ForAll Random random) {
    Told told = lived(random, 80);
    Map<String, Alert> last = new HashMap<>();
    for (Alert alert : told.written) {
      Alert before = last.put(alert.id(), alert);
      long revision = before == null ? 0 : before.revision();
      assertThat(alert.revision()).isEqualTo(revision + 1);
      assertThat(alert.history().folded() + alert.history().kept().size())
          .isEqualTo(alert.revision());
    }
  }

  /**
   * From its acknowledgement on an alert is not escalated, unless it is handed back or recurs long
   * after; what is cleared waits for nothing. Seen red with: {@code acknowledge} that leaves the
   * next step waiting; {@code clear} that leaves the snooze's end waiting.
   */
  @Property(tries = 100)
  void nothingAcknowledgedOrClearedIsEscalated(@ForAll Random random) {
    Told told = lived(random, 80);
    for (Alert alert : told.written) {
      Entry entry = alert.history().kept().get(alert.history().kept().size() - 1);
      if (entry.action().equals("escalated")) {
        assertThat(alert.status()).isEqualTo(Status.ACTIVE_UNACK);
        assertThat(alert.waits().snoozedUntil()).isEqualTo(Alert.NEVER);
      }
      if (alert.status() != Status.ACTIVE_UNACK) {
        assertThat(alert.waits().escalate()).isEqualTo(Alert.NEVER);
      }
      if (!alert.status().active()) {
        assertThat(alert.waits()).isEqualTo(Waits.NOTHING);
      }
    }
  }

  /** Seen red with: incidents taken in without a look at what was seen. */
  @Property(tries = 100)
  void whatComesASecondTimeChangesNothing(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 25) int inputs) {
    Told told = Told.live();
    List<Moment> moments = live(told, random, inputs);
    List<Alert> written = List.copyOf(told.written);
    List<SeenIncident> seen = List.copyOf(told.state.seen);

    moments.forEach(moment -> told.take(moment.input(), moment.now()));

    assertThat(told.written).isEqualTo(written);
    assertThat(told.state.seen).containsExactlyInAnyOrderElementsOf(seen);
  }

  /** Seen red with: an alert that is kept once it is cleared and acknowledged. */
  @Property(tries = 100)
  void whenEverythingIsResolvedNothingIsWaitedForNorKept(@ForAll Random random) {
    Told told = Told.live();
    List<Moment> moments = live(told, random, 80);
    long end = moments.get(moments.size() - 1).now();
    int i = 0;
    for (Alert open : List.copyOf(told.state.open)) {
      told.take(Told.command("end" + i++, open.id(), CommandKind.RESOLVE, end), end);
    }
    assertThat(told.state.open).isEmpty();
    assertThat(told.wakeAt).isEqualTo(Alert.NEVER);
    assertThat(told.state.seen).hasSizeLessThanOrEqualTo(AlertType.values().length);
  }

  /** Seen red with: {@code activeOf} that looks at acknowledged alerts only. */
  @Property(tries = 100)
  void oneAlertOfATypeIsActiveAndNoTwoShareAnId(@ForAll Random random) {
    Told told = Told.live();
    for (int i = 0; i < 80; i++) {
      live(told, random, 1);
      List<AlertType> active =
          told.state.open.stream()
              .filter(alert -> alert.status().active())
              .map(alert -> alert.key().type())
              .toList();
      assertThat(active).doesNotHaveDuplicates();
      assertThat(told.state.open.stream().map(Alert::id)).doesNotHaveDuplicates();
    }
  }

  private static Told lived(Random random, int inputs) {
    Told told = Told.live();
    live(told, random, inputs);
    return told;
  }

  /** Lets a participant live on: things begin, go on and end, people answer, time passes. */
  private static List<Moment> live(Told told, Random random, int inputs) {
    List<Moment> moments = new ArrayList<>();
    long now =
        told.written.isEmpty()
            ? Told.BEGINNING
            : told.newest().history().kept().get(told.newest().history().kept().size() - 1).time();
    Map<AlertType, Long> starts = new HashMap<>();
    for (int i = 0; i < inputs; i++) {
      now += (long) (Told.SECOND * Math.exp(random.nextDouble() * 8));
      Input input = next(told, random, starts, now);
      moments.add(new Moment(input, now));
      told.take(input, now);
    }
    return moments;
  }

  private static Input next(Told told, Random random, Map<AlertType, Long> starts, long now) {
    int kind = random.nextInt(10);
    if (kind < 4) {
      AlertType type = AlertType.values()[random.nextInt(4)];
      Phase phase = Phase.values()[random.nextInt(Phase.values().length)];
      if (phase == Phase.BEGAN) {
        starts.put(type, now);
      }
      Severity severity = Severity.values()[random.nextInt(Severity.values().length)];
      return Told.incident(type, phase, severity, starts.getOrDefault(type, now), now);
    }
    if (kind < 8 && !told.state.open.isEmpty()) {
      Alert alert = told.state.open.get(random.nextInt(told.state.open.size()));
      CommandKind command = CommandKind.values()[random.nextInt(CommandKind.values().length)];
      return Told.command("c" + random.nextLong(), alert.id(), command, now);
    }
    return new TimePassed();
  }
}
