package io.vigil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.Decoded;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceBatch;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A fleet's messages are sent when they are due, and are what the job reads as that second. */
class FleetSenderTest {
  private static final long BEGINNING = 1_767_603_600_000_000L;
  private static final int PEOPLE = 25;
  private static final Decoder DECODER =
      new Decoder(
          DecoderSettings.DEFAULT, InstantSource.fixed(Instant.parse("2026-01-05T09:30:00Z")));
  private static FleetBodies bodies;

  private long now = BEGINNING;
  private final List<Long> sentAt = new ArrayList<>();
  private final Map<String, List<DeviceBatch>> heard = new TreeMap<>();

  @BeforeAll
  static void simulate() {
    bodies = FleetBodies.simulated(10);
  }

  /** Seen red with: the start of a batch left at zero; a second sent when it begins. */
  @Test
  void everybodysSecondsComeWhole() {
    MeasuredFleet fleet = MeasuredFleet.of(PEOPLE, BEGINNING, 4, 3);
    Elapsed late = new FleetSender(bodies, this::hear, time).run(fleet, () -> false);

    assertThat(sentAt).hasSize((int) fleet.fleet().messages());
    assertThat(heard).hasSize(PEOPLE);
    heard.forEach(
        (id, seconds) -> {
          int participant = Fleet.participant(id);
          for (int i = 0; i < seconds.size(); i++) {
            int second = fleet.fleet().joins(participant) + i;
            assertThat(seconds.get(i).times()[0])
                .isEqualTo(fleet.fleet().startMicros(participant, second));
          }
        });
    assertThat(late.spread().count()).isEqualTo(PEOPLE * 3);
    assertThat(late.spread().maxMillis()).isLessThan(10);
  }

  /**
   * Whoever is held up for a second has all that was due in it counted as late. Seen red with:
   * lateness from when the sender was ready.
   */
  @Test
  void whatWaitsForOneThatIsHeldUpIsLateToo() {
    MeasuredFleet fleet = MeasuredFleet.of(PEOPLE, BEGINNING, 2, 4);
    long stuck = fleet.fromMicros() + 500_000;
    Elapsed late =
        new FleetSender(
                bodies,
                (participant, message) -> {
                  if (now >= stuck && now < stuck + 100_000) {
                    now += 1_000_000;
                  }
                },
                time)
            .run(fleet, () -> false);
    assertThat(late.spread().maxMillis()).isBetween(900.0, 1_010.0);
    assertThat(late.spread().p50Millis()).isLessThan(500);
    // A quarter of the measured time, in which all were on average half a second late.
    assertThat(late.spread().p99Millis()).isGreaterThan(900);
  }

  @Test
  void stopsWhenItIsTold() {
    MeasuredFleet fleet = MeasuredFleet.of(PEOPLE, BEGINNING, 2, 3_000);
    new FleetSender(bodies, this::hear, time).run(fleet, () -> sentAt.size() >= 60);
    assertThat(sentAt.size()).isBetween(60, 60 + 2 * PEOPLE);
  }

  /** Passes only when it is waited for, and a little whenever it is looked at. */
  private final FleetSender.Time time =
      new FleetSender.Time() {
        @Override
        public long nowMicros() {
          return now += 10;
        }

        @Override
        public void pass(long micros) {
          now += micros;
        }
      };

  private void hear(int participant, byte[] message) {
    sentAt.add(now);
    Decoded decoded =
        DECODER.decode(new RawMessage(MessageFormat.AVRO, "", "fleet", sentAt.size(), message));
    assertThat(decoded.deadLetters()).isEmpty();
    DeviceBatch batch = decoded.batches().get(0);
    assertThat(batch.participantId()).isEqualTo(Fleet.id(participant));
    assertThat(batch.size()).isEqualTo(Fleet.samplesOfMessage());
    assertThat(batch.times()[batch.size() - 1])
        .as("nothing is sent before it was measured")
        .isLessThan(now);
    heard.computeIfAbsent(batch.participantId(), unused -> new ArrayList<>()).add(batch);
  }
}
