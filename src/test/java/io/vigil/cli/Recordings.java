package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Three people for five minutes each, in every format, and a small model trained on them.
 *
 * @param folder that holds them all
 */
record Recordings(Path folder) {
  static final List<String> PEOPLE = List.of("1", "2", "3");

  /** Records them. */
  static Recordings into(Path folder) {
    for (String format : List.of("uci287", "csv", "jsonl")) {
      vigil(
              "generate",
              "--people",
              PEOPLE.size(),
              "--hours",
              2,
              "--compress",
              24,
              "--format",
              format,
              "--out",
              folder.resolve(format))
          .succeeded();
    }
    return new Recordings(folder);
  }

  /** The labelled files, one a person. */
  Path labelled(String person) {
    return folder.resolve("uci287").resolve(person + ".csv");
  }

  Path csv() {
    return folder.resolve("csv").resolve("workday.csv.gz");
  }

  Path jsonl() {
    return folder.resolve("jsonl").resolve("workday.jsonl.gz");
  }

  Path registry() {
    return folder.resolve("models");
  }

  /** Trains the next version of the model. */
  CommandRun train(Object... more) {
    return vigil(
        Arguments.of(
            more,
            "train",
            "--format",
            "uci287",
            "--classes",
            5,
            "--trees",
            5,
            "--registry",
            registry(),
            labelled("1"),
            labelled("2"),
            labelled("3")));
  }

  /** What is known of what was sent in a format. */
  JsonNode truth(String format) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(format).resolve("truth.json").toFile());
  }
}
