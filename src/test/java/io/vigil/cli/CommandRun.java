package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;

/**
 * One command line, run as the launcher runs it.
 *
 * @param exitCode what it answered with
 * @param out what it printed
 * @param err what it said of failures
 */
record CommandRun(int exitCode, String out, String err) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Runs it; paths and numbers may be given as they are. */
  static CommandRun vigil(Object... arguments) {
    return vigil(System.getenv(), arguments);
  }

  /** The same in another environment. */
  static CommandRun vigil(Map<String, String> environment, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int exitCode =
        Vigil.run(new PrintWriter(out, true), new PrintWriter(err, true), environment::get, texts);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** This run, if it was a success and said nothing of failures. */
  CommandRun succeeded() {
    assertThat(err).isEmpty();
    assertThat(exitCode).isZero();
    return this;
  }

  /** What it printed, which is JSON on one line and nothing else. */
  JsonNode json() {
    assertThat(out.lines()).hasSize(1);
    try {
      return JSON.readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Expected JSON, printed was: " + out, e);
    }
  }
}
