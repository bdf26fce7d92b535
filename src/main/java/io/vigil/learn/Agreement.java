package io.vigil.learn;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How far two reviewers agree about what both have said something definite of.
 *
 * @param first of the two by name
 * @param second of the two by name
 * @param both how many windows both have answered
 * @param same of how many they say the same
 * @param kappa Cohen's kappa: agreement beyond what chance would give, 1 at most; empty where both
 *     always say one and the same, which chance explains as well. J. Cohen, "A coefficient of
 *     agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37-46,
 *     doi:10.1177/001316446002000104
 */
public record Agreement(String first, String second, long both, long same, OptionalDouble kappa) {

  /** Counts what two reviewers say of the same windows. */
  static final class Tally {
    private final Map<String, long[]> said = new TreeMap<>();
    private long both;
    private long same;

    void add(String byFirst, String bySecond) {
      both++;
      same += byFirst.equals(bySecond) ? 1 : 0;
      said.computeIfAbsent(byFirst, activity -> new long[2])[0]++;
      said.computeIfAbsent(bySecond, activity -> new long[2])[1]++;
    }

    Agreement of(String first, String second) {
      return new Agreement(first, second, both, same, kappa());
    }

    private OptionalDouble kappa() {
      double byChance = 0;
      for (long[] counts : said.values()) {
        byChance += ((double) counts[0] / both) * ((double) counts[1] / both);
      }
      boolean oneForAll = said.size() < 2;
      return oneForAll
          ? OptionalDouble.empty()
          : OptionalDouble.of(((double) same / both - byChance) / (1 - byChance));
    }
  }
}
