package io.vigil.settings;

import java.util.Set;

/**
 * A file that was read and holds nothing that a table does not allow. What entries must be to each
 * other is for its reader to check.
 */
public final class Reading {
  private final Values values;
  private final Set<String> names;
  private final Node.Group root;
  private final Problems problems;

  Reading(Values values, Set<String> names, Node.Group root, Problems problems) {
    this.values = values;
    this.names = Set.copyOf(names);
    this.root = root;
    this.problems = problems;
  }

  /** The entries. */
  public Values values() {
    return values;
  }

  /** The names of the user's choice. */
  public Set<String> names() {
    return names;
  }

  /** Remembers a problem, with the line of the entry it is about. */
  public void problem(String path, String what) {
    problems.add(root.lineOf(path), what);
  }

  /**
   * Ends the checks.
   *
   * @throws RefusedSettings with every problem that was remembered
   */
  public void throwIfAny() {
    problems.throwIfAny();
  }

  Node.Group root() {
    return root;
  }

  Problems problems() {
    return problems;
  }
}
