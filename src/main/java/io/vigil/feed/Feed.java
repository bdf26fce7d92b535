package io.vigil.feed;

import io.vigil.alert.Command;
import io.vigil.feed.api.AlertFinder;
import io.vigil.feed.api.AlertRoutes;
import io.vigil.feed.api.CommandDesk;
import io.vigil.feed.api.CommandDoor;
import io.vigil.feed.api.CommandRoutes;
import io.vigil.feed.api.DayRoutes;
import io.vigil.feed.api.HealthRoutes;
import io.vigil.feed.api.MeRoutes;
import io.vigil.feed.api.PeopleRoutes;
import io.vigil.feed.api.ReviewRoutes;
import io.vigil.feed.api.ScoreRoutes;
import io.vigil.feed.api.StaticRoutes;
import io.vigil.feed.api.StatusRoutes;
import io.vigil.feed.api.StreamRoutes;
import io.vigil.feed.board.Boards;
import io.vigil.feed.log.FeedLog;
import io.vigil.feed.log.Journal;
import io.vigil.feed.metric.BoardMetrics;
import io.vigil.feed.metric.FeedMetrics;
import io.vigil.feed.stream.Streams;
import io.vigil.feed.web.FeedModule;
import io.vigil.feed.web.FeedParts;
import io.vigil.feed.web.FeedServer;
import io.vigil.feed.web.StorePool;
import io.vigil.metric.FeedMetric;
import io.vigil.store.AskedDocuments;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The caregivers' feed as a whole: follows the store, tells what it reads, answers what is asked.
 */
public final class Feed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final InstantSource CLOCK = InstantSource.system();

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final StorePool stores;
  private final FeedLog log;
  private final Boards boards = new Boards();
  private Streams streams;
  private Tails tails;
  private FeedServer server;

  private Feed(FeedSetUp setUp) {
    stores = opened(new StorePool(setUp.store().open()));
    log = opened(FeedLog.open(setUp.log()));
  }

  /**
   * Starts it; where that fails, nothing of it goes on.
   *
   * @throws io.vigil.store.StoreException where another feed has the log, or another store
   * @throws io.javalin.util.JavalinBindException where the port is taken
   */
  public static Feed start(FeedSetUp setUp) {
    Feed feed = new Feed(setUp);
    try {
      feed.begin(setUp);
      return feed;
    } catch (RuntimeException e) {
      feed.close();
      throw e;
    }
  }

  private void begin(FeedSetUp setUp) {
    log.belongTo(setUp.store().nameBeside().of(setUp.log()));
    Journal journal = new Journal(log);
    streams = new Streams(log, journal, CLOCK);
    ReviewRoutes reviews = new ReviewRoutes(stores, CLOCK, setUp.review());
    Forgetting forgetting = new Forgetting(boards, journal, reviews::startOver);
    tails = opened(Tails.start(setUp, boards, journal, forgetting, CLOCK));
    server =
        opened(
            FeedServer.start(
                new FeedParts(
                    setUp.host(), setUp.port(), setUp.access(), modules(setUp, reviews))));
    // Closed before the server, which would wait for those that listen.
    opened(streams);
    // Closed before those, who come back at once: they must find nobody, rather than one who goes.
    open.push(server::stopListening);
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  private List<FeedModule> modules(FeedSetUp setUp, ReviewRoutes reviews) {
    List<FeedModule> modules = new ArrayList<>(setUp.more());
    AlertFinder finder = new AlertFinder(stores);
    CommandDoor door = setUp.commands() == null ? this::write : setUp.commands();
    modules.add(new StaticRoutes());
    modules.add(new HealthRoutes());
    modules.add(new MeRoutes());
    modules.add(new PeopleRoutes(boards.people(), boards.alerts(), setUp.directory()));
    modules.add(new DayRoutes(stores, setUp.directory()));
    modules.add(new AlertRoutes(boards.alerts(), finder, setUp.deliveries()));
    modules.add(new CommandRoutes(finder, new CommandDesk(stores, door, PATIENCE), CLOCK));
    modules.add(reviews);
    modules.add(new ScoreRoutes(setUp.scorer(), CLOCK));
    modules.add(new StreamRoutes(streams, setUp.listening()));
    modules.add(new StatusRoutes(boards, tails::states, streams, setUp.directory(), CLOCK));
    return modules;
  }

  private void write(Command command) {
    stores.ask(
        store -> {
          store.upsert(List.of(AskedDocuments.command(command)));
          return true;
        });
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** The log, for what else reads it. */
  public FeedLog log() {
    return log;
  }

  /** All that can be asked, as {@code GET /v1/people}. */
  public SortedSet<String> routes() {
    return server.routes();
  }

  /** How many listen to the stream. */
  public int listeners() {
    return streams.count();
  }

  /** Shows how the feed and what it reads are. */
  public void measured(FeedMetrics metrics) {
    new BoardMetrics(boards, tails::states, CLOCK).register(metrics);
    metrics.gauge(FeedMetric.STREAM_CLIENTS, values -> values.is(streams.count()));
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("A part of the feed could not be closed", e);
      }
    }
  }
}
