package io.vigil.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts files together that share a participant, directly or through others (union-find). */
final class SharedFiles {
  private final Map<String, FileScan> scans;
  private final Map<String, String> parents = new HashMap<>();

  /**
   * @param scans by file, in the order in which the files were given
   */
  SharedFiles(Map<String, FileScan> scans) {
    this.scans = scans;
    Map<String, String> firstWith = new HashMap<>();
    scans.forEach(
        (file, scan) -> {
          for (String participant : scan.participants()) {
            String other = firstWith.putIfAbsent(participant, file);
            if (other != null && !root(file).equals(root(other))) {
              parents.put(root(file), root(other));
            }
          }
        });
  }

  private String root(String file) {
    String root = file;
    while (parents.containsKey(root)) {
      root = parents.get(root);
    }
    return root;
  }

  /** The groups, each ordered by the files' first samples. */
  Collection<List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    scans
        .keySet()
        .forEach(file -> groups.computeIfAbsent(root(file), r -> new ArrayList<>()).add(file));
    groups.values().forEach(g -> g.sort(Comparator.comparingLong(f -> scans.get(f).firstTime())));
    return groups.values();
  }
}
