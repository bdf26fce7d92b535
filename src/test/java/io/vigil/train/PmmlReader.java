package io.vigil.train;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Scores a forest in PMML by what the standard says of its elements, and those alone that a forest
 * of trees with binary splits has.
 */
final class PmmlReader {
  private final Element segmentation;

  PmmlReader(byte[] document) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(document))
            .getDocumentElement();
    segmentation = child(child(root, "MiningModel"), "Segmentation");
    if (!segmentation.getAttribute("multipleModelMethod").equals("weightedAverage")) {
      throw new IllegalArgumentException("Only weighted averages are read");
    }
  }

  /** By class. */
  Map<String, Double> probabilities(Map<String, Double> features) {
    Map<String, Double> sums = new HashMap<>();
    double weights = 0;
    for (Element segment : children(segmentation, "Segment")) {
      double weight = Double.parseDouble(segment.getAttribute("weight"));
      weights += weight;
      Element leaf = leaf(child(child(segment, "TreeModel"), "Node"), features);
      for (Element score : children(leaf, "ScoreDistribution")) {
        sums.merge(
            score.getAttribute("value"),
            weight * Double.parseDouble(score.getAttribute("probability")),
            Double::sum);
      }
    }
    double total = weights;
    sums.replaceAll((name, sum) -> sum / total);
    return sums;
  }

  private static Element leaf(Element node, Map<String, Double> features) {
    for (Element next : children(node, "Node")) {
      if (holds(next, features)) {
        return leaf(next, features);
      }
    }
    return node;
  }

  private static boolean holds(Element node, Map<String, Double> features) {
    List<Element> simple = children(node, "SimplePredicate");
    if (simple.isEmpty()) {
      return !children(node, "True").isEmpty();
    }
    Element predicate = simple.get(0);
    if (!predicate.getAttribute("operator").equals("lessOrEqual")) {
      throw new IllegalArgumentException("Only lessOrEqual is read");
    }
    return features.get(predicate.getAttribute("field"))
        <= Double.parseDouble(predicate.getAttribute("value"));
  }

  private static Element child(Element parent, String name) {
    return children(parent, name).get(0);
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
