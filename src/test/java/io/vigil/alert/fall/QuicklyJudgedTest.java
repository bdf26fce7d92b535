package io.vigil.alert.fall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is quickly computed is the same to the last bit as what is plainly computed. */
class QuicklyJudgedTest {
  private static final double[] LENGTHS = {0, 0.4, 0.5, 0.505, 0.6, 1, 2, 2.18, 2.2, 2.3, 9};

  /** Seen red with: cells up to 2.3 g taken as surely sound. */
  @Property(tries = 5000)
  void theSignal(@ForAll Random random) {
    CellRing ring = ring(random);

    assertThat(SignalQuality.of(ring)).isEqualTo(PlainlyJudged.signal(ring));
  }

  /** Or the comparison above would be one of nothing. */
  @Test
  void theSignalsMadeUpHaveEveryFault() {
    Set<SignalFault> seen = EnumSet.noneOf(SignalFault.class);
    int sound = 0;
    for (int seed = 0; seed < 2000; seed++) {
      SignalFault fault = PlainlyJudged.signal(ring(new Random(seed)));
      if (fault == null) {
        sound++;
      } else {
        seen.add(fault);
      }
    }

    assertThat(seen).containsExactlyInAnyOrder(SignalFault.values());
    assertThat(sound).isPositive();
  }

  /** Seen red with: turns looked for from the second cell on. */
  @Property(tries = 2000)
  void theFastestTurn(@ForAll Random random) {
    ImpactWindow window = ImpactWindow.of(ring(random), 0.8 + 0.45 * random.nextDouble());

    assertThat(Turning.fastest(window)).isEqualTo(PlainlyJudged.fastestTurn(window));
  }

  /** Cells of about one length in a direction that drifts, some axes stuck, some cells faulty. */
  private static CellRing ring(Random random) {
    CellRing ring = new CellRing();
    double length = 2048 * LENGTHS[random.nextInt(LENGTHS.length)];
    double noise =
        random.nextInt(3) == 0 ? 0 : random.nextDouble() * (random.nextBoolean() ? 40 : 2000);
    double drift = random.nextDouble() * 0.3;
    double railed = random.nextInt(3) == 0 ? random.nextDouble() * 0.25 : 0;
    double sparse = random.nextInt(3) == 0 ? random.nextDouble() : 0;
    int stuck = random.nextInt(8);
    int filled = random.nextInt(4) == 0 ? 103 + random.nextInt(25) : 100 + 2 * CellRing.SIZE;
    double angle = random.nextDouble() * 6;
    for (int cell = 0; cell < filled; cell++) {
      angle += drift * random.nextGaussian();
      ring.push(
          cell,
          stuck == 0 ? 700 : steps(length * Math.cos(angle) + noise * random.nextGaussian()),
          stuck == 1 ? 700 : steps(length * Math.sin(angle) + noise * random.nextGaussian()),
          stuck == 2 ? 700 : steps(noise * random.nextGaussian() + 1),
          (byte) random.nextInt(128),
          (byte)
              ((random.nextDouble() < railed ? CellRing.RAILED : 0)
                  | (random.nextDouble() < sparse ? CellRing.SPARSE : 0)));
    }
    return ring;
  }

  private static short steps(double value) {
    return (short) Math.rint(Math.max(-32_767, Math.min(32_767, value)));
  }
}
