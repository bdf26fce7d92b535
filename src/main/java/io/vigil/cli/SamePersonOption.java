package io.vigil.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which participants are one body. */
final class SamePersonOption {

  @Option(
      names = "--same-person",
      paramLabel = "ID,ID...",
      description =
          "Participants that are one body: never on both sides of a split. May be given several times.")
  List<String> samePerson = new ArrayList<>();

  /** The groups, each of one body. */
  List<List<String>> groups() {
    List<List<String>> groups =
        samePerson.stream().map(group -> List.of(group.split("\\s*,\\s*", -1))).toList();
    if (groups.stream().flatMap(List::stream).anyMatch(String::isBlank)) {
      throw new UsageException(
          "--same-person is %s, expected participants with a comma between each two"
              .formatted(String.join(" and ", samePerson)));
    }
    return groups;
  }
}
