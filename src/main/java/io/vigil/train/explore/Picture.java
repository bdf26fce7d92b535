package io.vigil.train.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * A picture that lies in the page itself.
 *
 * @param png its bytes
 * @param width in pixels
 * @param height in pixels
 * @param alt what it shows, in words, for those who cannot see it
 */
record Picture(byte[] png, int width, int height, String alt) {

  static Picture of(Chart<?, ?> chart, String alt) {
    try {
      return new Picture(
          BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG),
          chart.getWidth(),
          chart.getHeight(),
          alt);
    } catch (IOException e) {
      throw new UncheckedIOException("A picture cannot be drawn into memory", e);
    }
  }

  String dataUri() {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }
}
