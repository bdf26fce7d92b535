package io.vigil.train.personal;

import io.vigil.model.ModelArtifact;

/**
 * A wearer's own model.
 *
 * @param artifact the model
 * @param proof whether it is better than everybody's; where it does not hold, the model is not used
 */
public record Adapted(ModelArtifact artifact, Proof proof) {}
