package io.vigil.cli;

import io.vigil.alert.Magnitudes;
import io.vigil.store.Documents;
import java.io.Console;
import java.nio.charset.Charset;
import java.util.Locale;

/** Draws how strong acceleration was over time, in a few lines of a terminal. */
final class MagnitudePlot {
  private static final int ROWS = 6;
  private static final char BLOCK = '█';

  /** With blocks where the terminal has them. */
  static String of(Magnitudes magnitudes) {
    Console console = System.console();
    Charset charset = console == null ? Charset.defaultCharset() : console.charset();
    return of(magnitudes, charset);
  }

  /** As this charset can say it; spans without a sample are empty above a dot. */
  static String of(Magnitudes magnitudes, Charset charset) {
    char mark = charset.canEncode() && charset.newEncoder().canEncode(BLOCK) ? BLOCK : '#';
    double[] low = magnitudes.low();
    double[] high = magnitudes.high();
    double top = 1.2;
    for (double one : high) {
      top = Double.isNaN(one) ? top : Math.max(top, one);
    }
    StringBuilder plot = new StringBuilder();
    for (int row = ROWS - 1; row >= 0; row--) {
      double from = top * row / ROWS;
      double to = top * (row + 1) / ROWS;
      StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %5.1f g |", to));
      for (int i = 0; i < low.length; i++) {
        boolean drawn = high[i] > from && low[i] <= to;
        line.append(drawn ? mark : row == 0 && Double.isNaN(low[i]) ? '.' : ' ');
      }
      plot.append(line.toString().stripTrailing()).append('\n');
    }
    String begin = Documents.iso(magnitudes.from());
    String end = Documents.iso(magnitudes.to());
    int between = Math.max(1, low.length - begin.length() - end.length());
    return plot.append(" ".repeat(10) + begin + " ".repeat(between) + end + "\n").toString();
  }

  private MagnitudePlot() {}
}
