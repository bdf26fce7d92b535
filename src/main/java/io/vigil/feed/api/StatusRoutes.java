package io.vigil.feed.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.vigil.alert.AlertType;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.access.audit.Audited;
import io.vigil.feed.board.AlertRow;
import io.vigil.feed.board.Boards;
import io.vigil.feed.log.TailState;
import io.vigil.feed.stream.Streams;
import io.vigil.feed.web.Asking;
import io.vigil.feed.web.Directory;
import io.vigil.feed.web.FeedModule;
import io.vigil.store.Documents;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Whether monitoring works: the job, the store, the feed itself, and who is silent. */
public final class StatusRoutes implements FeedModule {
  private final Boards boards;
  private final Supplier<List<TailState>> tails;
  private final Streams streams;
  private final Directory directory;
  private final InstantSource clock;

  /**
   * @param tails how the store's changes are followed
   */
  public StatusRoutes(
      Boards boards,
      Supplier<List<TailState>> tails,
      Streams streams,
      Directory directory,
      InstantSource clock) {
    this.boards = boards;
    this.tails = tails;
    this.streams = streams;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.get("/v1/status", this::status);
  }

  private void status(Context to) {
    Instant now = clock.instant();
    List<TailState> followed = tails.get();
    boolean reachable = followed.stream().allMatch(TailState::sound);
    boolean alive = boards.pulse().isAlive(now);
    ObjectNode answer = Json.object().put("now", now.toString());
    answer.put("working", alive && reachable);
    ObjectNode job = answer.putObject("job").put("alive", alive);
    job.set("heartbeat", boards.pulse().newest().map(one -> Json.read(one.body())).orElse(null));
    ObjectNode store = answer.putObject("store").put("reachable", reachable);
    ArrayNode read = store.putArray("containers");
    followed.forEach(tail -> read.add(json(tail, now)));
    answer.putObject("feed").put("listeners", streams.count());
    answer.set("silent", silent(Asking.viewer(to), Audited.of(to)));
    Json.send(to, answer);
  }

  /** Why it cannot be read is in the log: it may name places. */
  private static ObjectNode json(TailState tail, Instant now) {
    ObjectNode json =
        Json.object().put("container", tail.container()).put("reachable", tail.sound());
    if (tail.lastRead() == null) {
      return json.putNull("secondsBehind");
    }
    return json.put("secondsBehind", Duration.between(tail.lastRead(), now).toMillis() / 1000.0);
  }

  private JsonNode silent(Viewer viewer, Audited about) {
    ArrayNode silent = Json.array();
    boards
        .alerts()
        .find(row -> row.type() == AlertType.SILENCE && row.status().active())
        .filter(row -> Seen.by(viewer, row))
        .forEach(
            row -> {
              about.participant(row.participantId());
              silent.add(json(row));
            });
    return silent;
  }

  private ObjectNode json(AlertRow row) {
    return Json.object()
        .put("participantId", row.participantId())
        .put("name", directory.name(row.participantId()))
        .put("alertId", row.id())
        .put("since", Documents.iso(row.start()));
  }
}
