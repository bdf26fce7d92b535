package io.vigil.k8s;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an image is made.
 *
 * @param froms the images that it stands on; the last one is what it becomes
 * @param copies what is copied from the project's folder, and where to
 * @param user who runs it
 */
record Dockerfile(List<String> froms, Map<String, String> copies, String user, String text) {

  static Dockerfile of(String image) {
    String text = Manifests.read(Manifests.HOME.resolve("docker/" + image + "/Dockerfile"));
    List<String> froms = new ArrayList<>();
    Map<String, String> copies = new LinkedHashMap<>();
    String user = "root";
    for (String line : text.lines().toList()) {
      String[] words = line.trim().split(" +");
      switch (words[0]) {
        case "FROM" -> froms.add(words[1]);
        case "USER" -> user = words[1];
        case "COPY" -> {
          if (!words[1].startsWith("--")) {
            copies.put(words[1], words[2]);
          }
        }
        default -> {}
      }
    }
    return new Dockerfile(froms, copies, user, text);
  }
}
