package io.vigil.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/**
 * Reads and writes what makes a model one wearer's own, also as it was before a wearer had widths;
 * such a one is written as it was read, so that its sha256 stays.
 */
final class PersonalJson {
  private static final String WIDTHS = "widths";

  static byte[] write(Personal personal) {
    if (Arrays.stream(personal.widths()).anyMatch(width -> width != 1)) {
      return ArtifactJson.write(personal);
    }
    ObjectNode tree = (ObjectNode) ArtifactJson.tree(personal);
    tree.remove(WIDTHS);
    return ArtifactJson.write(tree);
  }

  static Personal read(byte[] json) {
    return ArtifactJson.read(
        json,
        Personal.class,
        tree -> {
          if (!tree.has(WIDTHS)) {
            ArrayNode widths = tree.putArray(WIDTHS);
            for (int c = 0; c < tree.path("windows").size(); c++) {
              widths.add(1.0);
            }
          }
        });
  }

  private PersonalJson() {}
}
