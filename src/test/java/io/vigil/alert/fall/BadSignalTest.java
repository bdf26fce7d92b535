package io.vigil.alert.fall;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.fall.ImpactFinding.Verdict;
import io.vigil.sensor.SampleBatch;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A signal that is none: never a fall, and where it lasts, it is said. */
class BadSignalTest {
  private static final double[] WALKED = {0, 1, 0};
  private final SampleBatch fall = MadeUpMotion.fall().at(50, 8);

  /** Changes a sample's value on one axis. */
  private interface Change {
    double g(int sample, int axis, double g);
  }

  /** Seen red with: no check for axes that hang. */
  @Test
  void aFlatLineIsSaid() {
    Said said = Said.of(changed(fall, (i, axis, g) -> WALKED[axis]));

    assertThat(said.falls()).isEmpty();
    assertThat(said.faults()).containsExactly(SignalFault.STUCK);
  }

  @Test
  void anAxisAtTheEndOfItsRangeIsSaid() {
    Said said = Said.of(changed(fall, (i, axis, g) -> axis == 1 ? 16 : g));

    assertThat(said.falls()).isEmpty();
    assertThat(said.faults()).containsExactly(SignalFault.SATURATED);
  }

  /** Seen red with: gravity accepted up to 20 g. */
  @Test
  void aUnitMistakenIsSaid() {
    Said metresAsG = Said.of(changed(fall, (i, axis, g) -> 9.8 * g));
    Said thousandthsAsG = Said.of(changed(fall, (i, axis, g) -> 1000 * g));
    Said gAsThousandths = Said.of(changed(fall, (i, axis, g) -> g / 1000));

    assertThat(metresAsG.falls()).isEmpty();
    assertThat(metresAsG.faults()).contains(SignalFault.NO_GRAVITY);
    assertThat(thousandthsAsG.falls()).isEmpty();
    assertThat(thousandthsAsG.faults()).containsExactly(SignalFault.SATURATED);
    assertThat(gAsThousandths.falls()).isEmpty();
    assertThat(gAsThousandths.faults()).containsExactly(SignalFault.NO_GRAVITY);
  }

  /** Spikes of 100 g, clipped. Seen red with: clipped samples taken as they are. */
  @Property(tries = 20)
  void spikesMakeNoFallOfAWalk(@ForAll Random random) {
    MadeUpMotion motion = new MadeUpMotion().walk(10);
    motion.turn(3, MadeUpMotion.UP, MadeUpMotion.ON_THE_BACK, 1);
    SampleBatch walk = motion.still(10, MadeUpMotion.ON_THE_BACK).at(50, random.nextLong());
    boolean[] spike = new boolean[walk.size()];
    for (int i = 0; i < spike.length; i++) {
      spike[i] = random.nextInt(200) == 0;
    }

    Said said = Said.of(changed(walk, (i, axis, g) -> spike[i] ? (axis == 0 ? -100 : 100) : g));

    assertThat(said.falls()).isEmpty();
  }

  /** Seen red with: cells at the end of the range not counted. */
  @Test
  void aFallInABadSignalIsUnreliable() {
    Said said = Said.of(changed(fall, (i, axis, g) -> i % 26 == 0 && axis == 0 ? 16 : g));

    assertThat(said.all).hasSize(1);
    assertThat(((ImpactFinding) said.all.get(0)).verdict()).isEqualTo(Verdict.UNRELIABLE);
  }

  /** A fall among losses is found all the same, and a walk to bed is none. */
  @Property(tries = 20)
  void threeInTenMayBeMissing(@ForAll Random random) {
    MadeUpMotion toBed = new MadeUpMotion().walk(8);
    toBed.turn(3, MadeUpMotion.UP, MadeUpMotion.ON_THE_BACK, 1).still(8, MadeUpMotion.ON_THE_BACK);

    assertThat(Said.of(lossy(fall, random)).falls()).hasSize(1);
    assertThat(Said.of(lossy(toBed.at(50, 9), random)).falls()).isEmpty();
  }

  /** Seen red with: lines drawn over any gap. */
  @Test
  void aGapIsNotBridged() {
    SampleBatch before = Said.part(fall, 0, 330);
    long[] later = fall.times().clone();
    for (int i = 0; i < later.length; i++) {
      later[i] += 600_000;
    }
    SampleBatch moved =
        new SampleBatch(fall.participantId(), later, fall.x(), fall.y(), fall.z(), "");
    FallState state = new FallState();
    Said said = new Said();
    Said.detector().add(state, before, said);
    Said.detector().add(state, Said.part(moved, 330, 550), said);

    assertThat(said.all).isEmpty();
  }

  /** Anything at all. */
  @Property(tries = 200)
  void nothingMakesItFail(@ForAll long[] steps, @ForAll short[] values) {
    int size = Math.min(steps.length, values.length / 3);
    long[] times = new long[size];
    short[][] axes = new short[3][size];
    long time = 0;
    for (int i = 0; i < size; i++) {
      time += Math.floorMod(steps[i], 400_000L);
      times[i] = time;
      for (int axis = 0; axis < 3; axis++) {
        axes[axis][i] = values[3 * i + axis];
      }
    }
    Said.of(new SampleBatch("p", times, axes[0], axes[1], axes[2], ""));
  }

  private static SampleBatch lossy(SampleBatch s, Random random) {
    int[] kept = random.ints(s.size(), 0, 10).toArray();
    int size = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] >= 3) {
        kept[size++] = i;
      }
    }
    long[] times = new long[size];
    short[][] axes = new short[3][size];
    for (int i = 0; i < size; i++) {
      times[i] = s.times()[kept[i]];
      axes[0][i] = s.x()[kept[i]];
      axes[1][i] = s.y()[kept[i]];
      axes[2][i] = s.z()[kept[i]];
    }
    return new SampleBatch(s.participantId(), times, axes[0], axes[1], axes[2], "");
  }

  private static SampleBatch changed(SampleBatch s, Change change) {
    short[][] from = {s.x(), s.y(), s.z()};
    short[][] axes = new short[3][s.size()];
    for (int i = 0; i < s.size(); i++) {
      for (int axis = 0; axis < 3; axis++) {
        double g = (double) from[axis][i] / SampleBatch.PER_G;
        axes[axis][i] = MadeUpMotion.steps(change.g(i, axis, g));
      }
    }
    return new SampleBatch(s.participantId(), s.times(), axes[0], axes[1], axes[2], "");
  }
}
