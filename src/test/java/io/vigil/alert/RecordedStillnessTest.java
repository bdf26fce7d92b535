package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.RealRecordings;
import io.vigil.sensor.SampleBatch;
import io.vigil.simulate.Splice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten hours of real people who sit, stand and walk, as they are and with stillness put in. */
class RecordedStillnessTest {
  private static final int STILL_SECONDS = 40 * 60;
  private static final List<SampleBatch> PEOPLE = new ArrayList<>();

  @BeforeAll
  static void readRecordings() throws IOException {
    for (Path file : RealRecordings.files("uci-chest", ".csv")) {
      PEOPLE.add(RecordedChest.read(file));
    }
  }

  /** Seen red with: a limit of 8 minutes. */
  @Test
  void nobodyWhoSitsOrStandsIsHeldForHelplessOrSilent() {
    for (SampleBatch person : PEOPLE) {
      assertThat(Signals.seen(person, Told.RULES)).as(person.participantId()).isEmpty();
    }
  }

  /**
   * Each person's own stillest twenty seconds, to and fro, put in at a place by chance. Seen red
   * with: movement from 0.1 g only.
   */
  @Test
  void everyPersonWhoLiesStillIsFoundAndSaidToBeWorn() {
    Random random = new Random(11);
    int worn = 0;
    for (SampleBatch person : PEOPLE) {
      Incident began = foundOnce(person, random, lying(person));
      worn += began.severity() == Severity.MAJOR ? 1 : 0;
    }
    assertThat(worn).isEqualTo(PEOPLE.size());
  }

  @Test
  void everySensorPutOnATableIsFoundAndSaidNotToBeWorn() {
    Random random = new Random(12);
    for (SampleBatch person : PEOPLE) {
      SampleBatch table = Signals.of(2).table(STILL_SECONDS).samples();

      assertThat(foundOnce(person, random, table).severity()).isEqualTo(Severity.MINOR);
    }
  }

  @Test
  void everyGapIsFoundFromItsLastSampleToItsNext() {
    Random random = new Random(13);
    for (SampleBatch person : PEOPLE) {
      int place = 1 + random.nextInt(person.size() - 1);
      SampleBatch samples = Splice.pause(person, place, 11 * Told.MINUTE);

      List<Incident> seen = Signals.seen(samples, Told.RULES);
      assertThat(seen).extracting(Incident::phase).containsExactly(Phase.BEGAN, Phase.ENDED);
      assertThat(seen).extracting(one -> one.key().type()).containsOnly(AlertType.SILENCE);
      assertThat(seen.get(0).key().start()).isEqualTo(samples.times()[place - 1]);
      assertThat(seen.get(1).detected()).isEqualTo(samples.times()[place]);
    }
  }

  /** Puts stillness in at a place by chance, and looks for it. */
  private static Incident foundOnce(SampleBatch person, Random random, SampleBatch still) {
    int place = 1 + random.nextInt(person.size() - 1);
    SampleBatch spliced = Splice.insert(person, place, still);
    long from = spliced.times()[place];
    long to = spliced.times()[place + still.size()];
    List<Incident> seen = Signals.seen(spliced, Told.RULES);
    assertThat(seen)
        .as(person.participantId())
        .extracting(one -> one.key().type() + " " + one.phase())
        .startsWith("INACTIVITY BEGAN")
        .hasSizeLessThanOrEqualTo(3);
    assertThat(seen.get(0).key().start()).isLessThan(from + 10 * Told.SECOND);
    assertThat(seen.get(0).detected()).isBetween(from, from + 31 * Told.MINUTE);
    for (Incident one : seen) {
      assertThat(one.key()).isEqualTo(seen.get(0).key());
      assertThat(one.phase() == Phase.ENDED).isEqualTo(one.detected() > to);
    }
    return seen.get(0);
  }

  /** The person's own stillest twenty seconds, to and fro. */
  private static SampleBatch lying(SampleBatch person) {
    int stillest = RecordedChest.stillest(person);
    Signals signals = Signals.of(1);
    for (int i = 0; i < STILL_SECONDS / 20; i++) {
      signals.recorded(piece(person, stillest, i % 2 == 1), 0, RecordedChest.TWENTY_SECONDS);
    }
    return signals.samples();
  }

  private static SampleBatch piece(SampleBatch person, int from, boolean backwards) {
    int[] places = new int[RecordedChest.TWENTY_SECONDS];
    for (int i = 0; i < places.length; i++) {
      places[i] = backwards ? from + RecordedChest.TWENTY_SECONDS - 1 - i : from + i;
    }
    return Signals.pick(person, places);
  }
}
