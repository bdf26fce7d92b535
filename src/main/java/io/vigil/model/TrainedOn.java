package io.vigil.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model was trained on.
 *
 * @param participants their ids, sorted
 * @param samePerson groups of them that are one body under several ids
 * @param windows training windows a class, in the model's order of classes
 * @param dataSha256 over the training windows: ids, times, labels and features
 */
public record TrainedOn(
    List<String> participants,
    List<List<String>> samePerson,
    Map<String, Integer> windows,
    String dataSha256) {

  public TrainedOn {
    participants = List.copyOf(participants);
    samePerson = samePerson.stream().map(List::copyOf).toList();
    windows = Collections.unmodifiableMap(new LinkedHashMap<>(windows));
  }
}
