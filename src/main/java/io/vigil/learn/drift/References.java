package io.vigil.learn.drift;

import io.vigil.model.Manifest;
import io.vigil.model.Model;
import java.util.HashMap;
import java.util.Map;

/** What is known of the training of the models in force. */
public final class References {
  private final Map<String, Reference> known = new HashMap<>();

  /** Takes in a model. */
  public void add(Model model) {
    Manifest manifest = model.manifest();
    known.put(
        model.id().sha256(),
        new Reference(manifest.profile(), manifest.featureSchema().names(), manifest.classes()));
  }

  /** The reference of a model, or null where its training is not known. */
  public Reference of(String sha256) {
    Reference reference = known.get(sha256);
    return reference == null || reference.isNone() ? null : reference;
  }
}
