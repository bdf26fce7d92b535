package io.vigil.train;

import io.vigil.model.Classifier;
import java.util.List;

/** A classifier fresh from fitting. */
interface Fitted {
  /** In the order of the classifier's answers. */
  List<String> classes();

  /** Answers for any window. */
  Classifier classifier();

  /** One that can only be compared, not stored. */
  record Compared(List<String> classes, Classifier classifier) implements Fitted {}
}
