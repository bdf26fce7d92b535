package io.vigil.fault.promise;

import io.vigil.fault.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Each document says what a run without faults says, and the label of a window never said anything
 * else on the way.
 *
 * <pre>
 * valid    expected A=walking        found A=walking, written twice so
 * invalid  expected A=walking        found A=sitting
 * invalid  expected A=walking        found A=walking, but A=sitting for a while
 * </pre>
 */
public final class NothingConflicting implements Promise {

  @Override
  public List<String> broken(Evidence evidence) {
    List<String> broken = new ArrayList<>();
    for (Map.Entry<String, String> one : evidence.expected().entrySet()) {
      String found = evidence.found().get(one.getKey());
      if (found != null && !found.equals(one.getValue())) {
        broken.add("%s is%n%s%nand should be%n%s".formatted(one.getKey(), found, one.getValue()));
      }
    }
    evidence.changed().forEach(id -> broken.add(id + " was written with another content before"));
    return broken;
  }
}
