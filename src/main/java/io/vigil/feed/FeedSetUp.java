package io.vigil.feed;

import io.javalin.http.Context;
import io.vigil.feed.access.Access;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.api.CommandDoor;
import io.vigil.feed.api.WindowScorer;
import io.vigil.feed.web.Directory;
import io.vigil.feed.web.FeedModule;
import io.vigil.learn.ReviewSettings;
import io.vigil.store.DocumentStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a feed needs to know.
 *
 * @param host to bind to
 * @param port to bind to; 0 for a free one
 * @param stores opens the job's store
 * @param log the file of the feed's own log
 * @param alertsEvery how often it is looked for changed alerts
 * @param commands where commands go in; null for the store
 * @param scorer what answers {@code /v1/score}
 * @param directory what people are called
 * @param access who is let in
 * @param listening who listens to the stream, to be asked for as long as they do
 * @param more what else belongs to the server, before everything else
 * @param review how windows are put up for review
 */
public record FeedSetUp(
    String host,
    int port,
    Supplier<DocumentStore> stores,
    Path log,
    Duration alertsEvery,
    CommandDoor commands,
    WindowScorer scorer,
    Directory directory,
    Access access,
    Function<Context, Supplier<Optional<Viewer>>> listening,
    List<FeedModule> more,
    ReviewSettings review) {

  public FeedSetUp {
    more = List.copyOf(more);
  }

  /** With windows put up for review as usual. */
  public FeedSetUp(
      String host,
      int port,
      Supplier<DocumentStore> stores,
      Path log,
      Duration alertsEvery,
      CommandDoor commands,
      WindowScorer scorer,
      Directory directory,
      Access access,
      Function<Context, Supplier<Optional<Viewer>>> listening,
      List<FeedModule> more) {
    this(
        host,
        port,
        stores,
        log,
        alertsEvery,
        commands,
        scorer,
        directory,
        access,
        listening,
        more,
        ReviewSettings.DEFAULT);
  }
}
