package io.vigil.alert;

import static io.vigil.alert.Told.BEGINNING;
import static io.vigil.alert.Told.HOUR;
import static io.vigil.alert.Told.MINUTE;
import static io.vigil.alert.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private final Silence silence = new Silence();
  private final SilenceState state = new SilenceState();
  private final List<Incident> seen = new ArrayList<>();

  @Test
  void inAReplayItFollowsFromTheParticipantsOwnGap() {
    sent(0);
    sent(9);
    sent(20);

    assertThat(seen).extracting(Incident::phase).containsExactly(Phase.BEGAN, Phase.ENDED);
    assertThat(seen.get(0).key().start()).isEqualTo(minute(9));
    assertThat(seen.get(0).detected()).isEqualTo(minute(19));
    assertThat(seen.get(1).detected()).isEqualTo(minute(20));
    assertThat(seen.get(1).evidence().sentence()).contains("those of the gap are missing");
  }

  @Test
  void liveItIsFoundWhileItLastsAndAnUploadedBacklogTakesItBack() {
    sent(0);
    look(10, false);
    look(60, false);
    assertThat(seen).extracting(Incident::phase).containsExactly(Phase.BEGAN);

    for (int minute = 1; minute <= 60; minute++) {
      sent(minute);
    }
    assertThat(seen).extracting(Incident::phase).containsExactly(Phase.BEGAN, Phase.ENDED);
    assertThat(seen.get(1).evidence().sentence()).contains("none is missing");
  }

  /** Seen red with: a look that does not ask. */
  @Test
  void nobodyIsSilentWhileTheJobCatchesUp() {
    sent(0);
    look(60, true);
    assertThat(seen).isEmpty();
    assertThat(silence.lookAt(state, Told.RULES)).isEqualTo(minute(10));
  }

  /** Seen red with: a look that asks for the newest sample alone. */
  @Test
  void nobodyIsSilentWhileTheirUploadIsRead() {
    sent(0);
    silence.arrived(state, minute(60));
    look(60, false);
    assertThat(seen).isEmpty();
    assertThat(silence.lookAt(state, Told.RULES)).isEqualTo(minute(61));

    look(61, false);
    assertThat(seen).extracting(Incident::phase).containsExactly(Phase.BEGAN);
    assertThat(seen.get(0).detected()).isEqualTo(minute(10));
  }

  @Test
  void whoNeverSentIsNotSilent() {
    look(60, false);
    assertThat(seen).isEmpty();
    assertThat(silence.lookAt(state, Told.RULES)).isEqualTo(Alert.NEVER);
  }

  /** Live or replayed, the same gap is the same alert. */
  @Test
  void liveAndReplayAgreeOnTheIncident() {
    sent(0);
    look(10, false);
    sent(30);
    List<Incident> live = List.copyOf(seen);
    seen.clear();
    state.last = Alert.NEVER;
    sent(0);
    sent(30);

    assertThat(live).extracting(Incident::key).isEqualTo(seen.stream().map(Incident::key).toList());
    assertThat(live)
        .extracting(Incident::detected)
        .isEqualTo(seen.stream().map(Incident::detected).toList());
  }

  @Test
  void theStreamsClockKnowsABacklogFromAQuietNight() {
    StreamClock clock = new StreamClock();
    assertThat(clock.idle(BEGINNING)).isTrue();
    for (long wall = BEGINNING; wall < BEGINNING + 5 * MINUTE; wall += 10 * SECOND) {
      clock.came(wall - 3 * HOUR, wall);
      assertThat(clock.catchingUp(wall)).isTrue();
    }
    // One of many sends its backlog while the others are live.
    for (long wall = BEGINNING + 5 * MINUTE; wall < BEGINNING + 9 * MINUTE; wall += 10 * SECOND) {
      clock.came(wall - SECOND, wall);
      clock.came(wall - 3 * HOUR, wall);
      assertThat(clock.catchingUp(wall)).isFalse();
    }
    assertThat(clock.idle(BEGINNING + 12 * MINUTE)).isTrue();
    assertThat(clock.catchingUp(BEGINNING + 12 * MINUTE)).isFalse();
  }

  private void sent(int minute) {
    SampleBatch samples =
        new SampleBatch(
            "p1", new long[] {minute(minute)}, new short[1], new short[1], new short[1], "");
    silence.add(state, samples, Told.RULES, seen::add);
    assertThat(Arrays.stream(samples.times()).max()).hasValue(state.last);
  }

  private void look(int minute, boolean catchingUp) {
    silence.look(state, "p1", minute(minute), catchingUp, Told.RULES, seen::add);
  }

  private static long minute(int minute) {
    return BEGINNING + minute * MINUTE;
  }
}
