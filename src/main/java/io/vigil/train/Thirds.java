package io.vigil.train;

import java.util.List;
import java.util.stream.IntStream;

/**
 * People shared out, each to one part; the last part takes what remains.
 *
 * @param trained a first model is trained on them
 * @param asked a reviewer answers about them
 * @param scored nothing is known of them
 */
record Thirds(List<Person> trained, List<Person> asked, List<Person> scored) {

  /**
   * @param first place of the first to train on; the others follow all around
   */
  static Thirds of(List<Person> people, int first) {
    int size = people.size();
    List<Person> around =
        IntStream.range(0, size).mapToObj(i -> people.get((first + i) % size)).toList();
    int third = size / 3;
    return new Thirds(
        around.subList(0, third),
        around.subList(third, 2 * third),
        around.subList(2 * third, size));
  }
}
