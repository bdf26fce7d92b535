package io.vigil.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A pod as it will be.
 *
 * @param of whose it is
 * @param labels that it is selected by
 * @param runsToAnEnd whether it ends by itself: nobody probes such a one
 */
record Pod(String of, JsonNode labels, JsonNode spec, boolean runsToAnEnd) {

  /** All pods that manifests make. */
  static List<Pod> of(Manifests manifests) {
    List<Pod> pods = new ArrayList<>();
    for (JsonNode object : manifests.all("Deployment")) {
      pods.add(of(Manifests.name(object), object.at("/spec/template"), false));
    }
    for (JsonNode object : manifests.all("CronJob")) {
      pods.add(of(Manifests.name(object), object.at("/spec/jobTemplate/spec/template"), true));
    }
    for (JsonNode object : manifests.all("FlinkDeployment")) {
      pods.add(flink(object, "jobManager"));
      pods.add(flink(object, "taskManager"));
    }
    return pods;
  }

  private static Pod of(String name, JsonNode template, boolean runsToAnEnd) {
    return new Pod(name, template.at("/metadata/labels"), template.path("spec"), runsToAnEnd);
  }

  /** As operator and Flink put it together: the common template, the role's, sizes and labels. */
  private static Pod flink(JsonNode deployment, String role) {
    ObjectNode template = deployment.at("/spec/podTemplate").deepCopy();
    merge(template, deployment.at("/spec/" + role + "/podTemplate"));
    ((ObjectNode) template.at("/metadata/labels"))
        .put("app", Manifests.name(deployment))
        .put("component", role.toLowerCase(java.util.Locale.ROOT));
    ObjectNode spec = (ObjectNode) template.path("spec");
    spec.put("serviceAccountName", deployment.at("/spec/serviceAccount").asText());
    for (JsonNode container : spec.path("containers")) {
      ((ObjectNode) container).set("image", deployment.at("/spec/image"));
      JsonNode size = deployment.at("/spec/" + role + "/resource");
      ((ObjectNode) container).putObject("resources").set("limits", size);
    }
    return of(Manifests.name(deployment) + "-" + role, template, false);
  }

  private static void merge(ObjectNode into, JsonNode from) {
    for (Map.Entry<String, JsonNode> field : from.properties()) {
      JsonNode there = into.path(field.getKey());
      if (there.isObject()) {
        merge((ObjectNode) there, field.getValue());
      } else if (there.isArray()) {
        field.getValue().forEach(element -> mergeByName((ArrayNode) there, element));
      } else {
        into.set(field.getKey(), field.getValue().deepCopy());
      }
    }
  }

  private static void mergeByName(ArrayNode into, JsonNode element) {
    for (JsonNode there : into) {
      if (element.has("name") && there.path("name").equals(element.path("name"))) {
        merge((ObjectNode) there, element);
        return;
      }
    }
    into.add(element.deepCopy());
  }

  JsonNode containers() {
    return spec.path("containers");
  }

  /** Whether a selector ({@code matchLabels}, {@code matchExpressions} with In) takes it. */
  boolean isSelectedBy(JsonNode selector) {
    for (Map.Entry<String, JsonNode> label : selector.path("matchLabels").properties()) {
      if (!labels.path(label.getKey()).equals(label.getValue())) {
        return false;
      }
    }
    for (JsonNode expression : selector.path("matchExpressions")) {
      boolean in = false;
      for (JsonNode value : expression.path("values")) {
        in |= labels.path(expression.path("key").asText()).equals(value);
      }
      if (!in) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return of;
  }
}
