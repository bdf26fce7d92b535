package io.vigil.store.cosmos.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second opinion: Microsoft's JavaScript client, which shares no code with the Java one, and has
 * a hash of partition keys of its own, asks the server for what {@code cases.mjs} lists.
 */
class JavaScriptClientTest {
  private static final List<String> CASES =
      List.of(
          "create, read, replace and delete",
          "what is missing is 404, what is there 409",
          "If-Match",
          "patch, with and without a condition",
          "bulk of 50",
          "query with parameters",
          "query of one partition key",
          "ORDER BY across partitions",
          "TOP, OFFSET and LIMIT across partitions",
          "COUNT across partitions",
          "MIN, MAX and SUM across partitions",
          "paging",
          "everything, by the feed",
          "a batch is all or nothing",
          "hierarchical keys, in full and in part",
          "change feed with continuation",
          "throughput");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> findsTheServerToBeOne() throws Exception {
    Path packages = NodePackages.installOrSkip("cosmos-client");
    return Stream.of(1, 5).flatMap(partitions -> cases(packages, partitions));
  }

  private Stream<DynamicTest> cases(Path packages, int partitions) {
    List<String> lines = run(packages, partitions);
    return CASES.stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name + ", partitions: " + partitions,
                    () -> assertThat(lines).contains("ok " + name)));
  }

  private List<String> run(Path packages, int partitions) {
    Path output = folder.resolve(partitions + ".txt");
    try (CosmosServer server = CosmosServer.start(partitions)) {
      Process process =
          new ProcessBuilder(
                  "node",
                  NodePackages.sources("cosmos-client").resolve("cases.mjs").toString(),
                  server.endpoint(),
                  server.key())
              .directory(packages.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
      return Files.readAllLines(output);
    } catch (Exception e) {
      throw new IllegalStateException("The JavaScript client could not be run", e);
    }
  }
}
