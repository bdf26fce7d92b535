package io.vigil.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SpectrumTest {

  /** Seen red with: the mean left in; the two signals' parts exchanged. */
  @Property(tries = 20)
  void agreesWithTheTransformAsItIsDefined(
      @ForAll Random random, @ForAll @IntRange(min = 8, max = 256) int samples) {
    double[] first = random.doubles(samples, -2, 2).toArray();
    double[] second = random.doubles(samples, -1, 3).toArray();
    double[] firstPower = new double[Spectrum.SIZE / 2 + 1];
    double[] secondPower = new double[Spectrum.SIZE / 2 + 1];

    new Spectrum(samples).power(first, second, firstPower, secondPower);

    for (int k = 0; k <= Spectrum.SIZE / 2; k++) {
      assertThat(firstPower[k]).isCloseTo(plain(first, k), within(1e-9));
      assertThat(secondPower[k]).isCloseTo(plain(second, k), within(1e-9));
    }
  }

  private static double plain(double[] signal, int k) {
    double mean = 0;
    for (double value : signal) {
      mean += value / signal.length;
    }
    double real = 0;
    double imaginary = 0;
    double energy = 0;
    for (int i = 0; i < signal.length; i++) {
      double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (signal.length - 1));
      energy += hann * hann;
      real += (signal[i] - mean) * hann * Math.cos(2 * Math.PI * i * k / Spectrum.SIZE);
      imaginary -= (signal[i] - mean) * hann * Math.sin(2 * Math.PI * i * k / Spectrum.SIZE);
    }
    return (real * real + imaginary * imaginary) / energy;
  }
}
