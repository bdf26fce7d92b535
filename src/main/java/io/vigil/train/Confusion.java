package io.vigil.train;

import io.vigil.activity.Activities;
import io.vigil.model.ClassMetrics;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each class was said of each class.
 *
 * @param labels the classes, in the order of rows and columns
 * @param counts rows are what a window was, columns what was said of it
 */
record Confusion(List<String> labels, long[][] counts) {

  Confusion(List<String> labels) {
    this(labels, new long[labels.size()][labels.size()]);
  }

  void add(String truth, String said) {
    counts[labels.indexOf(truth)][labels.indexOf(said)]++;
  }

  long windows() {
    long sum = 0;
    for (int c = 0; c < counts.length; c++) {
      sum += support(c);
    }
    return sum;
  }

  /** Share of windows with the right class; 0 of none. */
  double accuracy() {
    long right = 0;
    for (int c = 0; c < counts.length; c++) {
      right += counts[c][c];
    }
    return ratio(right, windows());
  }

  /**
   * Mean F1 of the classes that occur, as truth or as answer: a class nobody showed and nobody was
   * said to show does not count (the convention of scikit-learn). Nor does the unknown, which is no
   * class: a window that it is said of is a miss of its own class.
   */
  double macroF1() {
    double sum = 0;
    int occurring = 0;
    for (int c = 0; c < counts.length; c++) {
      if (support(c) + said(c) > 0 && !labels.get(c).equals(Activities.UNKNOWN)) {
        sum += of(c).f1();
        occurring++;
      }
    }
    return occurring == 0 ? 0 : sum / occurring;
  }

  Map<String, ClassMetrics> perClass() {
    Map<String, ClassMetrics> all = new LinkedHashMap<>();
    for (int c = 0; c < counts.length; c++) {
      all.put(labels.get(c), of(c));
    }
    return Collections.unmodifiableMap(all);
  }

  private ClassMetrics of(int c) {
    long right = counts[c][c];
    double f1 = ratio(2 * right, support(c) + said(c));
    return new ClassMetrics(ratio(right, said(c)), ratio(right, support(c)), f1, support(c));
  }

  private long support(int c) {
    long sum = 0;
    for (long count : counts[c]) {
      sum += count;
    }
    return sum;
  }

  private long said(int c) {
    long sum = 0;
    for (long[] row : counts) {
      sum += row[c];
    }
    return sum;
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
