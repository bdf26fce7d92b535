package io.vigil.learn;

import io.vigil.activity.Activities;
import io.vigil.activity.ClassScheme;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a reviewer may answer.
 *
 * @param activities in the order in which they are offered
 */
public record Taxonomy(List<String> activities) {

  public Taxonomy {
    activities = List.copyOf(activities);
  }

  /**
   * Of a model's classes. Where they are those of a scheme that joins labels, its labels are asked
   * for: they can be joined again, and what was joined cannot be taken apart.
   *
   * @param classes of a model; none for no model yet
   */
  public static Taxonomy of(Collection<String> classes) {
    Set<String> sorted = new TreeSet<>(classes);
    boolean joined =
        Stream.of(ClassScheme.SEVEN, ClassScheme.FIVE, ClassScheme.THREE)
            .anyMatch(scheme -> new TreeSet<>(scheme.classes()).containsAll(sorted));
    return new Taxonomy(joined ? Activities.BY_LABEL : List.copyOf(classes));
  }

  /** Whether it is an answer that can be given: an activity, or one of those that name none. */
  boolean allows(String answer) {
    return activities.contains(answer)
        || answer.equals(Label.NOT_SURE)
        || answer.equals(Label.NOT_WORN)
        || answer.equals(Label.TAKEN_BACK);
  }

  /** What can be answered, for messages. */
  String allowed() {
    return String.join(", ", activities) + ", " + Label.NOT_SURE + ", " + Label.NOT_WORN;
  }
}
