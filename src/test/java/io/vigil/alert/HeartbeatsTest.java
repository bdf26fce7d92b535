package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** All tasks together are one heartbeat. */
class HeartbeatsTest {
  private final Heartbeats heartbeats = new Heartbeats();

  /** Seen red with: the first answer taken for all. */
  @Test
  void oneTaskThatIsStuckStopsIt() {
    assertThat(heartbeats.take(new Beat(0, 2, 10, 7))).isEmpty();
    assertThat(heartbeats.take(new Beat(0, 2, 10, 7))).as("the same again").isEmpty();
    assertThat(heartbeats.take(new Beat(1, 2, 10, Alert.NEVER))).contains(new Heartbeat(10, 7, 2));
    assertThat(heartbeats.take(new Beat(0, 2, 20, 8))).isEmpty();
    assertThat(heartbeats.take(new Beat(0, 2, 30, 9))).as("the other is stuck").isEmpty();
  }

  /** Seen red with: answers of different questions counted together. */
  @Test
  void whatWasAskedBeforeCountsForNothing() {
    assertThat(heartbeats.take(new Beat(0, 2, 10, 7))).isEmpty();
    assertThat(heartbeats.take(new Beat(1, 2, 20, 7))).isEmpty();
    assertThat(heartbeats.take(new Beat(0, 2, 20, 5))).contains(new Heartbeat(20, 7, 2));
    assertThat(heartbeats.take(new Beat(1, 2, 10, 7))).isEmpty();
  }
}
