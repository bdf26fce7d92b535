package io.vigil.feature;

/**
 * The power spectrum of a short signal: its mean taken off, weighted by a Hann window, filled up
 * with zeros to {@value #SIZE} points, transformed by a radix-2 FFT (Cooley and Tukey 1965).
 *
 * <p>Not for use by several threads at once: it works in arrays of its own.
 */
final class Spectrum {
  /** Points of the transform, a power of four. */
  static final int SIZE = 256;

  private static final int BITS = Integer.numberOfTrailingZeros(SIZE);

  /** Of each pass one after the other, so that a pass reads them in order. */
  private static final double[] COS = new double[SIZE];

  private static final double[] SIN = new double[SIZE];
  private static final int[] REVERSED = new int[SIZE];

  static {
    for (int half = 1; half < SIZE; half *= 2) {
      int stride = SIZE / 2 / half;
      for (int i = 0; i < half; i++) {
        COS[half + i] = StrictMath.cos(2 * Math.PI * (i * stride) / SIZE);
        SIN[half + i] = -StrictMath.sin(2 * Math.PI * (i * stride) / SIZE);
      }
    }
    for (int i = 0; i < SIZE; i++) {
      REVERSED[i] = Integer.reverse(i) >>> (32 - BITS);
    }
  }

  private final double[] hann;
  private final double hannEnergy;
  private final double[] real = new double[SIZE];
  private final double[] imaginary = new double[SIZE];

  /**
   * @param samples of the signals to come; at most {@value #SIZE}
   */
  Spectrum(int samples) {
    hann = new double[samples];
    double energy = 0;
    for (int i = 0; i < samples; i++) {
      hann[i] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / (samples - 1));
      energy += hann[i] * hann[i];
    }
    hannEnergy = energy;
  }

  /**
   * Power of two signals at once, each at the frequencies 0, rate/{@value #SIZE}, ... up to half
   * the rate: the signals travel as real and imaginary part of one transform.
   *
   * @param first signal
   * @param second signal
   * @param firstPower takes SIZE/2 + 1 values, in the signal's unit squared
   * @param secondPower likewise
   */
  void power(double[] first, double[] second, double[] firstPower, double[] secondPower) {
    load(first, real);
    load(second, imaginary);
    transform();
    for (int k = 0; k <= SIZE / 2; k++) {
      int mirror = (SIZE - k) & (SIZE - 1);
      double sumReal = real[k] + real[mirror];
      double differenceImaginary = imaginary[k] - imaginary[mirror];
      double sumImaginary = imaginary[k] + imaginary[mirror];
      double differenceReal = real[k] - real[mirror];
      firstPower[k] =
          (sumReal * sumReal + differenceImaginary * differenceImaginary) / 4 / hannEnergy;
      secondPower[k] =
          (sumImaginary * sumImaginary + differenceReal * differenceReal) / 4 / hannEnergy;
    }
  }

  private void load(double[] signal, double[] into) {
    double mean = 0;
    for (double value : signal) {
      mean += value;
    }
    mean /= signal.length;
    for (int i = 0; i < signal.length; i++) {
      into[REVERSED[i]] = (signal[i] - mean) * hann[i];
    }
    for (int i = signal.length; i < SIZE; i++) {
      into[REVERSED[i]] = 0;
    }
  }

  private void transform() {
    for (int half = 1; half < SIZE; half *= 4) {
      twoPasses(half);
    }
  }

  /**
   * Each value with the one that lies half a block away, and what comes of it with what lies a
   * whole block away: two passes in one, so that all is fetched and put back once. No operation is
   * another for it, nor any bit.
   */
  private void twoPasses(int half) {
    for (int block = 0; block < SIZE; block += 4 * half) {
      for (int i = 0; i < half; i++) {
        int a = block + i;
        int b = a + half;
        int c = b + half;
        int d = c + half;

        double cos = COS[half + i];
        double sin = SIN[half + i];
        double re = real[b] * cos - imaginary[b] * sin;
        double im = real[b] * sin + imaginary[b] * cos;
        double realB = real[a] - re;
        double imaginaryB = imaginary[a] - im;
        double realA = real[a] + re;
        double imaginaryA = imaginary[a] + im;
        re = real[d] * cos - imaginary[d] * sin;
        im = real[d] * sin + imaginary[d] * cos;
        double realD = real[c] - re;
        double imaginaryD = imaginary[c] - im;
        double realC = real[c] + re;
        double imaginaryC = imaginary[c] + im;

        cos = COS[2 * half + i];
        sin = SIN[2 * half + i];
        re = realC * cos - imaginaryC * sin;
        im = realC * sin + imaginaryC * cos;
        real[a] = realA + re;
        imaginary[a] = imaginaryA + im;
        real[c] = realA - re;
        imaginary[c] = imaginaryA - im;
        cos = COS[3 * half + i];
        sin = SIN[3 * half + i];
        re = realD * cos - imaginaryD * sin;
        im = realD * sin + imaginaryD * cos;
        real[b] = realB + re;
        imaginary[b] = imaginaryB + im;
        real[d] = realB - re;
        imaginary[d] = imaginaryB - im;
      }
    }
  }
}
