package io.vigil.faultrun;

import java.util.Map;
import java.util.TreeSet;

/**
 * How what a run left in the store differs from what it should have left there.
 *
 * @param lost ids that are missing
 * @param extra ids that should not be there
 * @param different ids whose body is another
 * @param backwards ids of alerts that were seen with an older revision after a newer one
 */
record RunDifference(
    TreeSet<String> lost,
    TreeSet<String> extra,
    TreeSet<String> different,
    TreeSet<String> backwards) {

  /**
   * @param expected bodies by id
   * @param found bodies by id
   */
  static RunDifference between(
      Map<String, String> expected, Map<String, String> found, TreeSet<String> backwards) {
    TreeSet<String> lost = new TreeSet<>(expected.keySet());
    lost.removeAll(found.keySet());
    TreeSet<String> extra = new TreeSet<>(found.keySet());
    extra.removeAll(expected.keySet());
    TreeSet<String> different = new TreeSet<>(found.keySet());
    different.removeIf(id -> extra.contains(id) || found.get(id).equals(expected.get(id)));
    return new RunDifference(lost, extra, different, backwards);
  }

  boolean isNone() {
    return lost.isEmpty() && extra.isEmpty() && different.isEmpty() && backwards.isEmpty();
  }

  @Override
  public String toString() {
    return "lost %d %s, extra %d %s, different %d %s, backwards %d %s"
        .formatted(
            lost.size(),
            some(lost),
            extra.size(),
            some(extra),
            different.size(),
            some(different),
            backwards.size(),
            some(backwards));
  }

  private static Object some(TreeSet<String> ids) {
    return ids.stream().limit(3).toList();
  }
}
