package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.Magnitudes;
import io.vigil.sensor.SampleBatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MagnitudePlotTest {
  private static final int SECOND = 1_000_000;

  @Test
  void showsThePeakAndWhereNothingCame() {
    String plot = MagnitudePlot.of(tenSeconds(), StandardCharsets.US_ASCII);

    List<String> lines = plot.lines().toList();
    assertThat(lines).hasSize(7);
    assertThat(lines.get(0)).isEqualTo("    6.0 g |   #");
    assertThat(lines.get(4)).isEqualTo("    2.0 g |   #");
    assertThat(lines.get(5)).isEqualTo("    1.0 g |#### .....");
    assertThat(lines.get(6)).contains("1970-01-01T00:00:00Z", "1970-01-01T00:00:10Z");
  }

  /** Seen red with: blocks whatever the charset. */
  @Test
  void usesBlocksOnlyWhereTheTerminalHasThem() {
    assertThat(MagnitudePlot.of(tenSeconds(), StandardCharsets.UTF_8)).contains("█");
    assertThat(MagnitudePlot.of(tenSeconds(), StandardCharsets.ISO_8859_1))
        .doesNotContain("█")
        .contains("#");
  }

  /** One g for four seconds, 6 g in the last of them, then nothing, and weightless in the fifth. */
  private static Magnitudes tenSeconds() {
    Magnitudes magnitudes = new Magnitudes(0, 10 * SECOND, 10);
    short g = SampleBatch.PER_G;
    long[] times = {0, SECOND, 2 * SECOND, 3 * SECOND, 3 * SECOND + 1, 4 * SECOND};
    short[] x = {g, g, g, g, (short) (6 * g), 0};
    magnitudes.add(new SampleBatch("p1", times, x, new short[6], new short[6], ""));
    return magnitudes;
  }
}
