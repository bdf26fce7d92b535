package io.vigil.feed.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.vigil.feed.web.Asking;
import io.vigil.feed.web.Directory;
import io.vigil.feed.web.FeedModule;
import io.vigil.feed.web.Refusal;
import io.vigil.feed.web.StorePool;
import io.vigil.store.Container;
import io.vigil.store.Document;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A person's day (UTC): its episodes, and how long each activity took of it. */
public final class DayRoutes implements FeedModule {
  private final StorePool stores;
  private final Directory directory;

  public DayRoutes(StorePool stores, Directory directory) {
    this.stores = stores;
    this.directory = directory;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.get("/v1/people/{id}/days/{day}", this::day);
  }

  private void day(Context to) {
    String id = to.pathParam("id");
    if (!Asking.viewer(to).maySee(id)) {
      throw Seen.noSuchPerson();
    }
    LocalDate day = parsed(to.pathParam("day"));
    Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant until = from.plus(Duration.ofDays(1));
    ArrayNode episodes = Json.array();
    Map<String, Double> seconds = new TreeMap<>();
    for (Document document : documents(id, day)) {
      JsonNode episode = Json.read(document.body());
      Instant start = later(Instant.parse(episode.path("start").asText()), from);
      Instant end = earlier(Instant.parse(episode.path("end").asText()), until);
      if (start.isBefore(end)) {
        episodes.add(episode);
        seconds.merge(
            episode.path("activity").asText(),
            Duration.between(start, end).toMillis() / 1000.0,
            Double::sum);
      }
    }
    ObjectNode answer =
        Json.object()
            .put("participantId", id)
            .put("name", directory.name(id))
            .put("day", day.toString());
    answer.set("episodes", episodes);
    seconds.forEach(answer.putObject("seconds")::put);
    Json.send(to, answer);
  }

  /** Those of the day, and those of the evening before, which may reach into it. */
  private List<Document> documents(String id, LocalDate day) {
    return stores.ask(
        store -> {
          List<Document> both =
              new ArrayList<>(store.read(Container.ACTIVITIES, id, day.minusDays(1).toString()));
          both.addAll(store.read(Container.ACTIVITIES, id, day.toString()));
          return both;
        });
  }

  private static LocalDate parsed(String day) {
    try {
      LocalDate parsed = LocalDate.parse(day);
      if (parsed.getYear() >= 2000 && parsed.getYear() <= 9999) {
        return parsed;
      }
    } catch (DateTimeException e) {
      throw noDay();
    }
    throw noDay();
  }

  private static Refusal noDay() {
    return new Refusal(400, "The day is none, expected one like 2026-01-05");
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
