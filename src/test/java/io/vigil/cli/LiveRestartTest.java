package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Await;
import io.vigil.source.HubProtocol;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.store.Container;
import io.vigil.store.cosmos.CosmosStore;
import io.vigil.store.cosmos.server.CosmosServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The live job is a process that is killed, and another that begins where it was. Seen red with: a
 * job that does not look for the checkpoints of the one before.
 */
class LiveRestartTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void goesOnWhereItWasKilled() throws Exception {
    Recordings recordings = Recordings.into(folder.resolve("made"));
    List<Path> files = List.of(recordings.labelled("1"), recordings.labelled("2"));
    Path out = folder.resolve("replayed");
    CommandRun.vigil("replay", "--format", "uci287", "--out", out, files.get(0), files.get(1))
        .succeeded();
    try (AmqpHubServer server = AmqpHubServer.start();
        CosmosServer cosmos = CosmosServer.start()) {
      server.createHub("sensors", 2);
      LiveSetUp live = LiveSetUp.in(folder, HubProtocol.AMQP, server.address("sensors"), cosmos);
      send(live, files.get(0));
      Process first = run(live);
      try {
        Await.until(
            "a checkpoint behind documents", PATIENCE, () -> hasGoneOn(live, cosmos, first));
      } finally {
        first.destroyForcibly().waitFor();
      }

      send(live, files.get(1));
      Process second = run(live, "--until-idle", "5");
      try {
        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      } finally {
        second.destroyForcibly();
      }
      assertThat(second.exitValue()).as(Files.readString(log())).isZero();
      assertThat(Files.readString(log())).containsPattern(", from [0-9a-f]{32}/chk-[0-9]+ on");
      assertThat(activities(live))
          .isEqualTo(Files.readAllLines(out.resolve(Container.ACTIVITIES.title() + ".jsonl")));
    }
  }

  private boolean hasGoneOn(LiveSetUp live, CosmosServer cosmos, Process job) {
    try {
      assertThat(job.isAlive()).as(Files.readString(log())).isTrue();
      return cosmos.committedWrites() > 100
          && LastCheckpoint.in(folder.resolve("checkpoints")).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(LiveSetUp live, Path file) {
    live.vigil("replay", "--format", "uci287", "--to", "sensors", file).succeeded();
  }

  private static List<String> activities(LiveSetUp live) {
    List<String> bodies = new ArrayList<>();
    try (CosmosStore store = CosmosStore.open(live.cosmos())) {
      store.scan(Container.ACTIVITIES, document -> bodies.add(document.body()));
    }
    return bodies;
  }

  private Process run(LiveSetUp live, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("run", "--config", live.file().toString()));
    arguments.addAll(List.of(more));
    return VigilProcess.start(
        log(),
        live.environment(),
        List.of("-DCOSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED=true"),
        arguments);
  }

  private Path log() {
    return folder.resolve("run.log");
  }
}
