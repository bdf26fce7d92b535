package io.vigil.feature;

/**
 * The reference of a wearer as all their windows have taught it.
 *
 * @param participantId whose
 * @param reference what was learned
 */
public record LearnedReference(String participantId, WearerReference reference) {}
