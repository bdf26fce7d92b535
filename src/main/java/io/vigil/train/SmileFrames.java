package io.vigil.train;

import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.type.StructType;
import smile.data.vector.IntVector;

/** Windows as Smile's tables and rows. */
final class SmileFrames {
  private static final String CLASS = "class";

  /** The class follows from all other columns. */
  static Formula formula() {
    return Formula.lhs(CLASS);
  }

  /** A column a feature, and the class. */
  static DataFrame of(double[][] x, int[] y) {
    return DataFrame.of(x).merge(IntVector.of(CLASS, y));
  }

  /** One row without a class. */
  static Tuple row(double[] features, StructType schema) {
    return Tuple.of(features, schema);
  }

  private SmileFrames() {}
}
