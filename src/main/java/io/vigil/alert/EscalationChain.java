package io.vigil.alert;

import java.util.List;

/**
 * Who is called, one after the other, until somebody acknowledges.
 *
 * @param steps the first first; empty where nobody is called
 */
record EscalationChain(List<EscalationStep> steps) {

  EscalationChain {
    steps = List.copyOf(steps);
  }
}
