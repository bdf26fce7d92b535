package io.vigil.train;

import io.vigil.feature.FeatureVector;
import java.util.List;

/**
 * One body: the smallest part that a split may separate from the rest.
 *
 * @param participants the ids it appears under, sorted
 * @param windows all of its windows, labelled or not, by participant and then by time, as the job
 *     would see them: what is scored
 * @param settled the same windows with the features that the job would compute once it knows the
 *     wearer well: what is trained on. In the first minutes of a recording the reference is still
 *     being learned, and a model trained on those would learn the order of the recording
 */
public record Person(
    List<String> participants, List<FeatureVector> windows, List<FeatureVector> settled) {
  public Person {
    participants = List.copyOf(participants);
    windows = List.copyOf(windows);
    settled = List.copyOf(settled);
  }
}
