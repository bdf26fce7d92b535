package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/**
 * A Cosmos DB account on a free port of the loopback, in memory, for tests. Clients connect in
 * gateway mode with {@link #endpoint} and {@link #key}; {@link PlainHttp#allow} must have been
 * called before the first class of the Java client loads.
 *
 * <p>Served: databases, containers (hierarchical partition keys, indexing policy, time to live),
 * throughput, documents (create, upsert, replace, read, patch, delete, etags, sessions), batch and
 * bulk, the queries of {@link Queries}, the incremental change feed, keys and tokens. Not served:
 * stored procedures, splits of partitions, unique keys, geometry, several regions.
 */
public final class CosmosServer implements AutoCloseable {
  /** Any key does; this one says what it is. */
  private static final String KEY =
      Base64.getEncoder()
          .encodeToString(
              "a key of the tests' own server, no secret".getBytes(StandardCharsets.UTF_8));

  static {
    PlainHttp.allow();
  }

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool(CosmosServer::daemon);
  private final Account account;
  private final Journal journal = new Journal();
  private final Faults faults = new Faults();
  private final InFlight inFlight = new InFlight();
  private final Throttle throttle;
  private final Front front;

  private CosmosServer(int partitions, IntUnaryOperator door) throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
    account = new Account(partitions);
    throttle = new Throttle(account::nowMillis);
    Items items = new Items(account, journal, throttle);
    ItemRoutes itemRoutes =
        new ItemRoutes(
            items,
            new Batches(items, journal, faults),
            new Queries(account),
            new ChangeFeed(account));
    String known = at(door.applyAsInt(http.getAddress().getPort()));
    Routes routes = new Routes(known, account, new Resources(account), itemRoutes);
    front = new Front(routes, new Signature(KEY), faults, inFlight);
    http.createContext("/", front);
    http.setExecutor(threads);
    http.start();
  }

  /** Starts a server whose containers have one partition. */
  public static CosmosServer start() {
    return start(1);
  }

  /** Starts a server whose containers have so many partitions, 1 to 5. */
  public static CosmosServer start(int partitions) {
    return start(partitions, port -> port);
  }

  /**
   * Starts a server that tells its clients to come by another door.
   *
   * @param door is given the server's port and answers with that of the door, on the loopback
   */
  public static CosmosServer start(int partitions, IntUnaryOperator door) {
    if (partitions < 1 || partitions > 5) {
      throw new IllegalArgumentException("1 to 5 partitions are served, not " + partitions);
    }
    try {
      return new CosmosServer(partitions, door);
    } catch (IOException e) {
      throw new UncheckedIOException("No port of the loopback could be bound", e);
    }
  }

  /** Such as {@code http://127.0.0.1:51234}. */
  public String endpoint() {
    return at(http.getAddress().getPort());
  }

  private static String at(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** The account's key. */
  public String key() {
    return KEY;
  }

  /** Lets also in who bears this Entra ID token, for documents but not for management. */
  public void letIn(String token) {
    front.letIn(token);
  }

  /** Refuses requests of some kinds with 403, and no longer those that were refused before. */
  public void forbid(RequestKind... kinds) {
    front.forbid(Set.of(kinds));
  }

  /** What goes wrong. */
  public Faults faults() {
    return faults;
  }

  /** What time it is: for {@code _ts}, times to live and the second that a limit counts. */
  public void clock(Clock clock) {
    account.clock(clock);
  }

  /** Request units a second and partition, above which 429 is answered; 0 for no limit. */
  public void limit(double requestUnits) {
    throttle.limit(requestUnits);
  }

  /** How many requests of a kind came in, those that met a fault included. */
  public long requests(RequestKind kind) {
    return front.requests(kind);
  }

  /** What all requests were charged together. */
  public double requestUnits() {
    return front.requestUnits();
  }

  /** Every committed write, in order. */
  public List<Journal.Entry> journal() {
    return journal.entries();
  }

  /** The same without the first so many. */
  public List<Journal.Entry> journal(int from) {
    return journal.entries(from);
  }

  /** How many writes were committed so far. */
  public long committedWrites() {
    return journal.size();
  }

  /** Documents of which two writes were under way at once, as container, partition key and id. */
  public List<String> overlappingWrites() {
    return inFlight.overlapping().stream().map(InFlight.Document::toString).toList();
  }

  /** The documents of the only container of that name, as they were written, by partition. */
  public List<ObjectNode> documents(String container) {
    List<DocumentContainer> named =
        account.databases().values().stream()
            .flatMap(database -> database.containers().values().stream())
            .filter(candidate -> candidate.id().equals(container))
            .toList();
    if (named.size() != 1) {
      throw new IllegalArgumentException(
          named.size() + " containers have the name " + container + ", of one");
    }
    Predicate<StoredDocument> alive = named.get(0).alive(account.nowSeconds());
    return named.get(0).partitions().stream()
        .flatMap(partition -> partition.all(alive).stream())
        .map(StoredDocument::written)
        .toList();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "cosmos-server");
    thread.setDaemon(true);
    return thread;
  }
}
