package io.vigil.train;

import io.vigil.feature.FeatureVector;
import java.util.List;

/**
 * One body: the smallest part that a split may separate from the rest.
 *
 * @param participants the ids it appears under, sorted
 * @param windows all of its windows, labelled or not, by participant and then by time
 */
public record Person(List<String> participants, List<FeatureVector> windows) {
  public Person {
    participants = List.copyOf(participants);
    windows = List.copyOf(windows);
  }
}
