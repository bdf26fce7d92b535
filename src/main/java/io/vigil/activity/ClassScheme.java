package io.vigil.activity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the labels of the data become the classes of a model: some are joined, some are left out.
 *
 * @param name as the command line has it: {@code 7}, {@code 5}, {@code 3} or {@code labels}
 * @param mapping from label to class; a label that is missing here is left out
 */
public record ClassScheme(String name, Map<String, String> mapping) {

  /** The labels 1 to 7 as they are. */
  public static final ClassScheme SEVEN =
      new ClassScheme("7", Activities.BY_LABEL.stream().collect(Collectors.toMap(a -> a, a -> a)));

  /** Label 2, a mixture, is left out, and walking is walking, talking or not. */
  public static final ClassScheme FIVE =
      new ClassScheme(
          "5",
          Map.of(
              Activities.WORKING_AT_COMPUTER, Activities.WORKING_AT_COMPUTER,
              Activities.STANDING, Activities.STANDING,
              Activities.WALKING, Activities.WALKING,
              Activities.WALKING_AND_TALKING, Activities.WALKING,
              Activities.STAIRS, Activities.STAIRS,
              Activities.TALKING_WHILE_STANDING, Activities.TALKING_WHILE_STANDING));

  /** Still, walking and stairs. */
  public static final ClassScheme THREE =
      new ClassScheme(
          "3",
          Map.of(
              Activities.WORKING_AT_COMPUTER,
              "Still",
              Activities.STANDING,
              "Still",
              Activities.TALKING_WHILE_STANDING,
              "Still",
              Activities.WALKING,
              Activities.WALKING,
              Activities.WALKING_AND_TALKING,
              Activities.WALKING,
              Activities.STAIRS,
              Activities.STAIRS));

  /** The scheme of that name, if there is one. */
  public static Optional<ClassScheme> named(String name) {
    return List.of(SEVEN, FIVE, THREE).stream().filter(s -> s.name.equals(name)).findFirst();
  }

  /** Every label as a class of its own. */
  public static ClassScheme of(List<String> labels) {
    Map<String, String> same = new LinkedHashMap<>();
    labels.forEach(label -> same.put(label, label));
    return new ClassScheme("labels", same);
  }

  public ClassScheme {
    mapping = Map.copyOf(mapping);
  }

  /** The class of a label, or nothing where the scheme leaves the label out. */
  public Optional<String> classOf(String label) {
    return Optional.ofNullable(mapping.get(label));
  }

  /** The classes, in a fixed order: that of the labels of UCI 287 first, then by name. */
  public List<String> classes() {
    List<String> known = List.of("Still");
    return mapping.values().stream()
        .distinct()
        .sorted(
            java.util.Comparator.<String>comparingInt(c -> rank(known, c)).thenComparing(c -> c))
        .toList();
  }

  private static int rank(List<String> first, String name) {
    int place = Activities.BY_LABEL.indexOf(name);
    return first.contains(name) ? -1 : place < 0 ? Integer.MAX_VALUE : place;
  }
}
