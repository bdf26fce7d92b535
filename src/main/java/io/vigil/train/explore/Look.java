package io.vigil.train.explore;

import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** How all pictures look. */
final class Look {
  /** Told apart also by those who see few colours (Okabe and Ito, "Color Universal Design"). */
  static final Color[] COLOURS = {
    new Color(0x0072b2),
    new Color(0xe69f00),
    new Color(0x009e73),
    new Color(0xcc79a7),
    new Color(0x56b4e9),
    new Color(0xd55e00),
    new Color(0xf0e442),
    new Color(0x555555)
  };

  private static final int LONGEST = 24;

  static <C extends Chart<?, ?>> C plain(C chart) {
    Styler styler = chart.getStyler();
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setSeriesColors(COLOURS);
    styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    styler.setLegendBorderColor(Color.WHITE);
    if (styler instanceof AxesChartStyler axes) {
      axes.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
      axes.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    }
    return chart;
  }

  /** A name as long as a picture has room for. */
  static String brief(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
  }

  private Look() {}
}
