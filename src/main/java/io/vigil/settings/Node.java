package io.vigil.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** A part of a file of settings, with the line (from 1) it begins on. */
sealed interface Node {
  int line();

  /** A value as it is written, or the empty string where none is. */
  record Scalar(int line, String text) implements Node {}

  /** A list of values. */
  record Sequence(int line, List<Node> items) implements Node {}

  /** A group of settings, by key. */
  record Group(int line, LinkedHashMap<String, Member> members) implements Node {

    /** The keys of the group at a path; none where there is no such group. */
    Set<String> keysUnder(String path) {
      Node at = this;
      for (String part : path.split("\\.")) {
        Member member = at instanceof Group group ? group.members.get(part) : null;
        if (member == null) {
          return Set.of();
        }
        at = member.node();
      }
      return at instanceof Group group ? group.members.keySet() : Set.of();
    }

    /** The line of a setting's key, or of the innermost group above it that there is. */
    int lineOf(String path) {
      int found = line;
      Node at = this;
      for (String part : path.split("\\.")) {
        Member member = at instanceof Group group ? group.members.get(part) : null;
        if (member == null) {
          return found;
        }
        found = member.line();
        at = member.node();
      }
      return found;
    }
  }

  /** A key's line and what stands under it. */
  record Member(int line, Node node) {}
}
