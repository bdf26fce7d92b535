package io.vigil.feed;

import io.javalin.http.Context;
import io.vigil.feed.access.Access;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.api.CommandDoor;
import io.vigil.feed.api.WindowScorer;
import io.vigil.feed.hook.DeliveryStatus;
import io.vigil.feed.web.Directory;
import io.vigil.feed.web.FeedModule;
import io.vigil.learn.ReviewSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a feed needs to know.
 *
 * @param host to bind to
 * @param port to bind to; 0 for a free one
 * @param store the job's
 * @param log the file of the feed's own log, which belongs to that store
 * @param commands where commands go in; null for the store
 * @param scorer what answers {@code /v1/score}
 * @param directory what people are called
 * @param access who is let in
 * @param listening who listens to the stream, to be asked for as long as they do
 * @param deliveries how far the messages about an alert, by its id, have come to hooks
 * @param more what else belongs to the server, before everything else
 * @param review how windows are put up for review
 */
public record FeedSetUp(
    String host,
    int port,
    FeedStore store,
    Path log,
    CommandDoor commands,
    WindowScorer scorer,
    Directory directory,
    Access access,
    Function<Context, Supplier<Optional<Viewer>>> listening,
    Function<String, List<DeliveryStatus>> deliveries,
    List<FeedModule> more,
    ReviewSettings review) {

  public FeedSetUp {
    more = List.copyOf(more);
  }

  /** A feed that pushes nothing to hooks, with windows put up for review as usual. */
  public FeedSetUp(
      String host,
      int port,
      FeedStore store,
      Path log,
      CommandDoor commands,
      WindowScorer scorer,
      Directory directory,
      Access access,
      Function<Context, Supplier<Optional<Viewer>>> listening,
      List<FeedModule> more) {
    this(
        host,
        port,
        store,
        log,
        commands,
        scorer,
        directory,
        access,
        listening,
        alertId -> List.of(),
        more,
        ReviewSettings.DEFAULT);
  }

  /** The same with hooks. */
  public FeedSetUp withDeliveries(Function<String, List<DeliveryStatus>> known) {
    return new FeedSetUp(
        host, port, store, log, commands, scorer, directory, access, listening, known, more,
        review);
  }

  /** The same with windows put up for review in another way. */
  public FeedSetUp reviewing(ReviewSettings other) {
    return new FeedSetUp(
        host,
        port,
        store,
        log,
        commands,
        scorer,
        directory,
        access,
        listening,
        deliveries,
        more,
        other);
  }
}
