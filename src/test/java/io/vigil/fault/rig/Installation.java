package io.vigil.fault.rig;

import io.vigil.Await;
import io.vigil.model.Registry;
import io.vigil.model.Takeover;
import io.vigil.store.cosmos.server.CosmosServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything there is: sensors, hub, cluster and store, each of which can be broken. */
public final class Installation implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String GROUP = "vigil";
  private static final int ONCE_PEOPLE = 50;
  private static final int ONCE_SECONDS = 6;
  private static final int ONCE_LOAD_SECONDS = 300;

  private final Path folder;
  private final long seed;
  private final CosmosServer cosmos;
  private final Door cosmosDoor;
  private final Writes writes;
  private final Broker broker;
  private final ZooKeeper zooKeeper;
  private final Volume checkpoints;
  private final Cluster.Plan plan;
  private final Ledger ledger = new Ledger();
  private final Sender sender;
  private final List<Load> loads = new ArrayList<>();
  private final List<Cluster> clusters = new ArrayList<>();
  private Cluster cluster;

  private Installation(Path folder, long seed, int parallelism, String more) throws Exception {
    this.folder = folder;
    this.seed = seed;
    Door[] opened = new Door[1];
    this.cosmos =
        CosmosServer.start(
            2,
            port -> {
              opened[0] = Door.before(port);
              return opened[0].port();
            });
    this.cosmosDoor = opened[0];
    this.writes = Writes.to(cosmos);
    this.broker = Broker.start(folder.resolve("broker"));
    this.zooKeeper = new ZooKeeper(folder.resolve("zookeeper"));
    this.checkpoints = Volume.at(folder.resolve("checkpoints"));
    this.sender = new Sender(ledger, broker.inside());
    this.plan =
        new Cluster.Plan(
            settings(more),
            Map.of("HUB", broker.connectionString(), "COSMOS_KEY", cosmos.key()),
            parallelism,
            Optional.empty());
  }

  /**
   * Starts all of it; the job runs, and its first checkpoint is complete, when this returns.
   *
   * @param people who send, a message a second each
   * @param seconds how long they can at most
   * @param settings of the job besides, as YAML
   */
  public static Installation start(
      Path folder, long seed, int people, int seconds, int parallelism, String settings)
      throws Exception {
    Installation made = new Installation(folder, seed, parallelism, settings);
    try {
      made.deploy(made.plan);
      made.send(people, seconds, "p");
      made.awaitWork();
      return made;
    } catch (Exception | AssertionError e) {
      made.close();
      throw e;
    }
  }

  private Path settings(String more) throws IOException {
    return Files.writeString(
        folder.resolve("vigil.yaml"),
        """
        eventhubs:
          protocol: kafka
          namespace: localhost
          hub: %s
          connectionString: ${env:HUB}
          address: localhost:%d
          consumerGroup: %s
        store: {kind: cosmos, predictions: true}
        cosmos: {endpoint: "http://127.0.0.1:%d", key: "${env:COSMOS_KEY}"}
        model: {registry: %s}
        episodes: {renewEvery: 1 min}
        """
                .formatted(
                    Broker.HUB, broker.door().port(), GROUP, cosmosDoor.port(), registryFolder())
            + more);
  }

  /** Starts a cluster in place of the one before, of whose jobs it knows nothing. */
  public Cluster deploy(Cluster.Plan what) throws IOException {
    cluster = deployBeside(what);
    return cluster;
  }

  /** Starts a cluster beside the one there is. */
  public Cluster deployBeside(Cluster.Plan what) throws IOException {
    Path own = folder.resolve("vigil-" + (clusters.size() + 1));
    Cluster started = Cluster.start(own, what, zooKeeper, checkpoints.folder());
    clusters.add(started);
    return started;
  }

  /**
   * More people begin to send.
   *
   * @param names what their ids begin with, unlike those of others
   */
  public Load send(int people, int seconds, String names) throws IOException {
    Load load = Load.of(people, seconds, seed + loads.size(), names, sender);
    loads.add(load);
    return load.start();
  }

  /**
   * More people, whose sensors were out of reach, upload what they kept and go on.
   *
   * @param past how many of the seconds lie before now
   */
  public void upload(int past, int people, int seconds, String names) throws IOException {
    loads.add(Load.of(people, past, seconds, seed + loads.size(), names, sender).start());
  }

  /**
   * Many people send the beginning of their time and nothing more: a second of samples each, and
   * one in so many some seconds.
   */
  public void sendOnce(int people, String names) throws Exception {
    Load.of(ONCE_PEOPLE, ONCE_SECONDS, ONCE_LOAD_SECONDS, seed, names, sender).sendOnce(people);
    awaitRead();
  }

  /** The models that may take over while the job runs. */
  public Registry registry() {
    return new Registry(registryFolder());
  }

  /** Which took over until now. */
  public List<Takeover> takeovers() throws IOException {
    return registry().takeovers().after(0);
  }

  private Path registryFolder() {
    return folder.resolve("registry");
  }

  /** How large all state of the job is at this moment, in bytes: the files of a savepoint. */
  public long stateBytes() {
    Path savepoint = Path.of(URI.create(cluster.savepoint()));
    try (Stream<Path> files = Files.walk(savepoint)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
        Files.delete(file);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What becomes of what the first people's sensors send, from the next second on. */
  public void air(Air air) {
    loads.get(0).through(air);
  }

  /** Who the first people are. */
  public List<String> people() {
    return loads.get(0).people();
  }

  /** Whether a participant is one of those who still send. */
  public boolean sends(String participantId) {
    return loads.stream().anyMatch(load -> load.sends(participantId));
  }

  /** Waits until labels are written and a checkpoint of the newest cluster is complete. */
  public void awaitWork() {
    Await.until(
        "the first labels and a checkpoint",
        PATIENCE,
        () -> works() && writes.labels() > 0 && completedCheckpoints() > 0);
  }

  /** How many checkpoints the running job manager has seen complete. */
  public long completedCheckpoints() {
    return cluster().checkpoints().path("counts").path("completed").asLong();
  }

  /**
   * Whether sensors send and the newest job manager lives.
   *
   * @throws IllegalStateException where they have ended, with their last words
   */
  public boolean works() {
    loads.forEach(Load::passed);
    if (!cluster().jobManager().isAlive()) {
      throw new IllegalStateException("The job manager ended:\n" + cluster().lastWords());
    }
    cluster().restarts();
    return true;
  }

  /** Waits until sensors have sent for some more seconds. */
  public void pass(int seconds) {
    int until = loads.get(0).passed() + seconds;
    Await.until(
        "sensors to send",
        Duration.ofSeconds(seconds + 120L),
        () -> loads.get(0).passed() >= until);
  }

  /** Ends what sensors send, waits until the job has read all of it, and ends the job. */
  public void end() throws Exception {
    for (Load load : loads) {
      load.close();
    }
    awaitRead();
    cluster().stop(true);
  }

  private void awaitRead() throws Exception {
    sender.flush();
    long held = broker.held();
    Await.until(
        "the job to read all that is in the hub",
        PATIENCE,
        () -> {
          try {
            return broker.committed(GROUP) >= held;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  public CosmosServer cosmos() {
    return cosmos;
  }

  /** The way by which the job comes to the store. */
  public Door cosmosDoor() {
    return cosmosDoor;
  }

  public Writes writes() {
    return writes;
  }

  public Broker broker() {
    return broker;
  }

  public Ledger ledger() {
    return ledger;
  }

  /** The cluster that was started last. */
  public Cluster cluster() {
    return cluster;
  }

  /** How clusters are started here. */
  public Cluster.Plan plan() {
    return plan;
  }

  /** Where checkpoints are. */
  public Volume checkpoints() {
    return checkpoints;
  }

  /** Where everything is that this leaves behind. */
  public Path folder() {
    return folder;
  }

  /** How often jobs were restarted by themselves. */
  public long restarts() {
    return clusters.stream().mapToLong(Cluster::restarts).sum();
  }

  @Override
  public void close() throws Exception {
    for (Load load : loads) {
      load.close();
    }
    sender.close();
    clusters.forEach(Cluster::close);
    zooKeeper.close();
    broker.close();
    writes.close();
    cosmosDoor.close();
    cosmos.close();
    checkpoints.close();
  }
}
