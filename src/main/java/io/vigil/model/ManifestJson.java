package io.vigil.model;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads manifests, also those that were written before models had a profile. */
final class ManifestJson {
  private static final String PROFILE = "profile";
  private static final JsonNode NONE = ArtifactJson.tree(TrainingProfile.NONE);

  static Manifest read(byte[] json) {
    return ArtifactJson.read(
        json,
        Manifest.class,
        tree -> {
          if (!tree.has(PROFILE)) {
            tree.set(PROFILE, NONE);
          }
        });
  }

  private ManifestJson() {}
}
