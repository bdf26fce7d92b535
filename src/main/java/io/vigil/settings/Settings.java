package io.vigil.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * What is set. docs/settings.md says what each setting does.
 *
 * @param time how participants' clocks run
 * @param input how samples are read
 * @param profiles sensors of the user's own, by name
 * @param model which model scores
 * @param participants who they are, and how long they are remembered
 * @param episodes how episodes are written
 * @param rules the file of rules that alerts follow, or empty for those that come with Vigil
 * @param fallModel the file of the model that tells falls, or empty for the one that comes with
 *     Vigil
 * @param store where documents are kept
 * @param lake where windows to learn from are kept
 * @param review which windows are kept to learn from or asked about
 * @param eventHubs where the live job reads
 * @param commands where people's answers come from
 * @param cosmos where it writes, if the store is Cosmos DB
 * @param pseudonymKey with which it hides who participants are, or none
 * @param checkpoints how it remembers where it was
 * @param feed how caregivers look in
 * @param parallelism in how many parallel parts the job runs, if that is set
 * @param written every setting's value as it is written in the file, or its default, by path
 */
public record Settings(
    Time time,
    Input input,
    Map<String, Profile> profiles,
    Model model,
    Participants participants,
    Episodes episodes,
    Optional<Path> rules,
    Optional<Path> fallModel,
    Store store,
    Lake lake,
    Review review,
    EventHubs eventHubs,
    Commands commands,
    Cosmos cosmos,
    Secret pseudonymKey,
    Checkpoints checkpoints,
    Feed feed,
    OptionalInt parallelism,
    SortedMap<String, String> written) {

  /** How participants' clocks run. */
  public record Time(Duration disorder, Duration maxGap) {}

  /**
   * How samples are read.
   *
   * @param profile {@code uci287}, {@code g}, {@code m/s2}, {@code mg} or one of the profiles
   */
  public record Input(String profile, Duration maxAhead) {}

  /** A sensor that sends raw counts. */
  public record Profile(
      PerAxis countsPerG, PerAxis midRail, int leastCount, int mostCount, double rateHz) {}

  /**
   * Which model scores.
   *
   * @param registry a folder, or the address of a container
   * @param registrySecret of that container, or none
   * @param takesOverAfter how long after its promotion a model holds its place
   * @param lookEvery how often the running job asks the registry
   * @param use an alias or a name
   */
  public record Model(
      String registry,
      Secret registrySecret,
      Duration takesOverAfter,
      Duration lookEvery,
      String use) {}

  /**
   * What is known of participants.
   *
   * @param file that says what cohorts they are in, if there is one
   * @param forgetAfter how long after nothing came of one they are forgotten; zero for never
   */
  public record Participants(Optional<Path> file, Duration forgetAfter) {}

  /** How episodes are written. */
  public record Episodes(Duration renewEvery) {}

  /** Where documents are kept. */
  public record Store(Kind kind, Path path, boolean predictions) {

    /** The kinds of stores. */
    public enum Kind {
      /** The embedded one. */
      SQLITE,
      /** Azure Cosmos DB. */
      COSMOS
    }
  }

  /**
   * Where windows to learn from are kept.
   *
   * @param path a folder or an address; empty where none are kept
   * @param project that they are kept under
   * @param fileEvery how long those of a participant are gathered for a file
   */
  public record Lake(Optional<String> path, String project, Duration fileEvery) {}

  /**
   * Which windows are kept to learn from or asked about.
   *
   * @param perDay unsure ones of a participant and day at most
   * @param block windows of so much time compete with each other
   * @param perBlock of them at most
   * @param uniformOneIn one in so many by chance; 0 for none
   * @param doubt {@code margin} or {@code entropy}
   */
  public record Review(int perDay, Duration block, int perBlock, int uniformOneIn, String doubt) {}

  /**
   * Where the live job reads.
   *
   * @param protocol {@code amqp} or {@code kafka}
   * @param namespace, or the empty string for the connection string's
   * @param hub, or the empty string for the connection string's
   * @param address {@code host:port}, or the empty string for the namespace's own
   * @param format {@code auto}, {@code json} or {@code avro}
   */
  public record EventHubs(
      String protocol,
      String namespace,
      String hub,
      String address,
      Secret connectionString,
      String consumerGroup,
      String format,
      HubStart start,
      Duration discoverEvery,
      OptionalInt ownerLevel) {}

  /**
   * How people's answers reach the live job.
   *
   * @param hub that carries them, or the empty string for the store
   * @param lookEvery how often the store is asked for them
   */
  public record Commands(String hub, Duration lookEvery) {}

  /**
   * Azure Cosmos DB.
   *
   * @param endpoint of the account, or the empty string
   */
  public record Cosmos(
      String endpoint,
      Secret key,
      String database,
      boolean createIfMissing,
      RequestUnits throughput,
      Duration activitiesKept,
      Duration reviewsKept,
      Duration deadLettersKept) {}

  /** How the live job on this machine remembers where it was. */
  public record Checkpoints(Path path, Duration every) {}

  /**
   * The caregivers' feed.
   *
   * @param port where it listens; 0 for any free one
   * @param bind the address it listens on
   * @param publicUrl where people find it: scheme, host and port
   * @param proxies how many stand before it
   * @param directory the file of names and caregivers
   * @param requestsPerMinute of one person
   * @param addressRequestsPerMinute of one address
   * @param audit the folder of who saw and did what
   * @param auditKept how long that is kept
   * @param secondReviewer share of windows for review that two reviewers are asked about
   * @param oidc how people sign in; empty where the feed is for this machine alone
   */
  public record Feed(
      int port,
      String bind,
      Optional<Integer> metricsPort,
      Optional<URI> publicUrl,
      int proxies,
      Optional<Path> directory,
      int requestsPerMinute,
      int addressRequestsPerMinute,
      Path audit,
      Duration auditKept,
      double secondReviewer,
      Optional<Oidc> oidc) {}

  /**
   * How people sign in.
   *
   * @param issuer of tokens: the OpenID provider
   * @param clientId as what the feed is known to it
   * @param clientSecret or none, for a public client
   * @param audience for whom bearer tokens must be
   * @param algorithms tokens may be signed by
   * @param rolesClaim where their roles are
   * @param peopleClaim where their participants are, or the empty string
   */
  public record Oidc(
      URI issuer,
      String clientId,
      Secret clientSecret,
      String audience,
      List<String> algorithms,
      String rolesClaim,
      String peopleClaim) {

    public Oidc {
      algorithms = List.copyOf(algorithms);
    }
  }

  public Settings {
    profiles = Map.copyOf(profiles);
  }

  /** Everything at its default. */
  public static Settings defaults() {
    return SettingsReader.read("no file", "", name -> null);
  }

  /**
   * Reads a file.
   *
   * @param environment what {@code ${env:NAME}} stands for: the value of a name, or null
   * @throws IOException if the file cannot be read
   * @throws RefusedSettings if a key or a value in it is not allowed; the message names every one
   */
  public static Settings read(Path file, UnaryOperator<String> environment) throws IOException {
    return SettingsReader.read(file.toString(), java.nio.file.Files.readString(file), environment);
  }

  /** The settings as written, a line each: what came from the environment is not shown. */
  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    written.forEach((path, text) -> lines.append(path).append(": ").append(text).append('\n'));
    return lines.toString();
  }
}
