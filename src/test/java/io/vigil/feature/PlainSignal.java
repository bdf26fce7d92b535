package io.vigil.feature;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Statistics of a signal at 52 Hz, as slow and plain as they are defined. */
record PlainSignal(double[] values) {

  double mean() {
    return Arrays.stream(values).average().orElseThrow();
  }

  double sd() {
    return Math.sqrt(moment(2));
  }

  /** Mean of a power of what is left when the mean is taken off. */
  double moment(int power) {
    double mean = mean();
    return Arrays.stream(values).map(x -> Math.pow(x - mean, power)).average().orElseThrow();
  }

  /** Standard deviation with a thousandth of g that keeps it from zero. */
  double softSd() {
    return sd() + 1e-3;
  }

  double rmsJerk() {
    return Math.sqrt(
        sum(1, values.length, i -> Math.pow((values[i] - values[i - 1]) * 52, 2))
            / (values.length - 1));
  }

  double max() {
    return Arrays.stream(values).max().orElseThrow();
  }

  double quantile(double share) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    double place = share * (sorted.length - 1);
    double part = place - Math.floor(place);
    return (1 - part) * sorted[(int) Math.floor(place)] + part * sorted[(int) Math.ceil(place)];
  }

  double correlation(PlainSignal other) {
    double mean = mean();
    double otherMean = other.mean();
    double covariance =
        sum(0, values.length, i -> (values[i] - mean) * (other.values[i] - otherMean))
            / values.length;
    return covariance / (sd() * other.sd() + 1e-5);
  }

  PlainSignal part(int from, int to) {
    return new PlainSignal(Arrays.copyOfRange(values, from, to));
  }

  /** The autocorrelation at one lag, corrected for the products that are missing. */
  double autocorrelation(int lag) {
    int n = values.length;
    double mean = mean();
    double energy = sum(0, n, i -> Math.pow(values[i] - mean, 2)) + 1e-12;
    double products = sum(0, n - lag, i -> (values[i] - mean) * (values[i + lag] - mean));
    return products / energy * n / (n - lag);
  }

  /** The first lag of the greatest autocorrelation, both ends included. */
  int bestLag(int from, int to) {
    return firstOfGreatest(from, to, this::autocorrelation);
  }

  /** Power at one line of a 256-point transform under a Hann window, filled up with zeros. */
  double power(int line) {
    int n = values.length;
    double mean = mean();
    IntToDoubleFunction hann = i -> 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (n - 1));
    double real =
        sum(
            0,
            n,
            i ->
                (values[i] - mean)
                    * hann.applyAsDouble(i)
                    * Math.cos(2 * Math.PI * ((i * line) % 256) / 256));
    double imaginary =
        sum(
            0,
            n,
            i ->
                (values[i] - mean)
                    * hann.applyAsDouble(i)
                    * Math.sin(2 * Math.PI * ((i * line) % 256) / 256));
    double energy = sum(0, n, i -> Math.pow(hann.applyAsDouble(i), 2));
    return (real * real + imaginary * imaginary) / energy;
  }

  /** Power over some lines, both ends included. */
  double power(int from, int to) {
    return sum(from, to + 1, this::power);
  }

  /** The first line of the greatest power, both ends included. */
  int bestLine(int from, int to) {
    return firstOfGreatest(from, to, this::power);
  }

  private static int firstOfGreatest(int from, int to, IntToDoubleFunction value) {
    int best = from;
    for (int k = from; k <= to; k++) {
      best = value.applyAsDouble(k) > value.applyAsDouble(best) ? k : best;
    }
    return best;
  }

  private static double sum(int from, int to, IntToDoubleFunction value) {
    return IntStream.range(from, to).mapToDouble(value).sum();
  }
}
