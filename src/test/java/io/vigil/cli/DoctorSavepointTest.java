package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.savepoint.SavedOperators;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vigil doctor --savepoint} says before a job is started what the engine would say then. */
class DoctorSavepointTest {
  private static final Path SAVED =
      Path.of("src/test/resources/savepoints/0.1.0/savepoint").toAbsolutePath();
  private static final Map<String, String> SECRETS =
      Map.of(
          "HUB",
          "Endpoint=sb://localhost:1/;SharedAccessKeyName=a;SharedAccessKey=b;UseDevelopmentEmulator=true;EntityPath=sensors");

  @TempDir Path folder;

  /** Seen red with: the first operator of each chain alone. */
  @Test
  void saysOfEachOperatorWhatItHolds() throws Exception {
    Map<String, String> said = said(doctor(SAVED, withLake(), "--json"));
    assertThat(said.get("Savepoint " + SAVED + ": read it")).startsWith("ok savepoint 2, ");
    assertThat(said.get("Operator alerts"))
        .startsWith("ok ")
        .contains("in 2 tasks of at most 128", "term", "rules", "watched");
    assertThat(said.get("Operator health")).contains("1 tasks of at most 1", "days", "population");
    assertThat(said.get("Operator hub-amqp")).startsWith("ok ");
    // The heartbeat of the live job has no state, and this savepoint is of a replay.
    assertThat(said.get("Operator heartbeat"))
        .isEqualTo("ok is not in it, and begins with nothing");
  }

  /** It also read a hub by Kafka and files, which no live job does beside AMQP. */
  @Test
  void failsWhereStateWouldBeLost() throws Exception {
    CommandRun run = doctor(SAVED, withLake());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(failures(run))
        .extracting(line -> line.replaceFirst(":.*", ""))
        .containsExactly("FAIL  Operator files", "FAIL  Operator hub-kafka");
    assertThat(failures(doctor(SAVED, settings(""))))
        .anyMatch(line -> line.startsWith("FAIL  Operator lake:") && line.contains("lake.path"))
        .anyMatch(line -> line.startsWith("FAIL  Operator examples:"));
  }

  /**
   * The engine refuses it before it looks for state. Seen red with: operators without state passed
   * over.
   */
  @Test
  void failsWhereAnOperatorWithoutStateHasAnotherMaximum() throws Exception {
    Path limited = withMaximum("shadow", 64);
    assertThat(failures(doctor(limited, withLake())))
        .anyMatch(
            line ->
                line.startsWith("FAIL  Operator shadow: 0 bytes in 2 tasks of at most 64")
                    && line.contains("the job allows 128"));
  }

  private Path withMaximum(String uid, int maxParallelism) throws IOException {
    CheckpointMetadata whole = SavedOperators.in(SAVED.toString());
    List<OperatorState> operators = new ArrayList<>();
    for (OperatorState operator : whole.getOperatorStates()) {
      operators.add(
          operator.getOperatorUid().equals(Optional.of(uid))
              ? new OperatorState(
                  uid, uid, operator.getOperatorID(), operator.getParallelism(), maxParallelism)
              : operator);
    }
    Path place = Files.createDirectory(folder.resolve(uid));
    try (OutputStream out = Files.newOutputStream(place.resolve("_metadata"))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(
              whole.getCheckpointId(),
              operators,
              whole.getMasterStates(),
              whole.getCheckpointProperties()),
          out);
    }
    return place;
  }

  @Test
  void saysWhatIsNoSavepoint() throws Exception {
    byte[] whole = Files.readAllBytes(SAVED.resolve("_metadata"));
    assertRefused(saved("damaged", Arrays.copyOf(whole, whole.length / 2)), "read it: ");
    assertRefused(
        saved("foreign", "something else".getBytes(StandardCharsets.UTF_8)), "magic number");
    assertRefused(Files.createDirectory(folder.resolve("empty")), "_metadata");
    assertRefused(folder.resolve("nowhere"), "Cannot find");
  }

  @Test
  void asksForTheSettingsItComparesWith() throws Exception {
    Path none = Files.writeString(folder.resolve("none.yaml"), "parallelism: 1\n");
    CommandRun run = doctor(SAVED, none);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("eventhubs.namespace is not set");
  }

  private void assertRefused(Path place, String word) throws Exception {
    CommandRun run = doctor(place, settings(""));
    assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
    assertThat(run.out().lines())
        .singleElement()
        .asString()
        .startsWith("FAIL  Savepoint " + place)
        .contains(word, "take the one before");
  }

  private static List<String> failures(CommandRun run) {
    return run.out().lines().filter(line -> line.startsWith("FAIL")).toList();
  }

  private static Map<String, String> said(CommandRun run) {
    Map<String, String> said = new HashMap<>();
    for (JsonNode finding : run.json()) {
      said.put(
          finding.path("tried").asText(),
          (finding.path("passed").asBoolean() ? "ok " : "FAIL ")
              + finding.path("cameBack").asText());
    }
    return said;
  }

  private Path saved(String name, byte[] metadata) throws IOException {
    Path place = Files.createDirectory(folder.resolve(name));
    Files.write(place.resolve("_metadata"), metadata);
    return place;
  }

  private static CommandRun doctor(Path savepoint, Path settings, Object... more) {
    Object[] arguments = {"--config", settings, "doctor", "--savepoint", savepoint};
    Object[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return CommandRun.vigil(SECRETS, all);
  }

  private Path withLake() {
    return settings("lake: {path: %s}%n".formatted(folder.resolve("lake")));
  }

  private Path settings(String more) {
    try {
      return Files.writeString(
          Files.createTempFile(folder, "vigil", ".yaml"),
          """
          eventhubs: {protocol: amqp, hub: sensors, connectionString: "${env:HUB}"}
          store: {path: %s}
          """
                  .formatted(folder.resolve("vigil.db"))
              + more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
