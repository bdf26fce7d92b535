package io.vigil.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.activity.Episode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads what somebody was doing around a time. */
public final class EpisodeReading {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long DAY_MICROS = 24L * 60 * 60 * 1_000_000;

  /**
   * The episodes of a participant that touch a stretch of time, by their start. One that began
   * before the day before is not found.
   *
   * @param from its first instant, microseconds since the epoch (UTC)
   * @param to the first instant after it
   */
  public static List<Episode> around(
      DocumentStore store, String participantId, long from, long to) {
    TreeSet<String> days = new TreeSet<>();
    for (long time = from - DAY_MICROS; time < to; time += DAY_MICROS) {
      days.add(Documents.day(time));
    }
    days.add(Documents.day(to));
    List<Episode> episodes = new ArrayList<>();
    for (String day : days) {
      for (Document document : store.read(Container.ACTIVITIES, participantId, day)) {
        Episode episode = read(document.body());
        if (episode.start() < to && episode.end() > from) {
          episodes.add(episode);
        }
      }
    }
    return episodes;
  }

  /**
   * Reads the body of a document.
   *
   * @throws IllegalArgumentException if it is no episode
   */
  public static Episode read(String body) {
    try {
      BodyFields fields = new BodyFields("an episode", JSON.readTree(body));
      return new Episode(
          fields.text("participantId"),
          fields.text("activity"),
          fields.time("start"),
          fields.time("end"),
          fields.field("open").booleanValue(),
          fields.field("windows").intValue(),
          fields.number("confidence"),
          fields.model());
    } catch (JsonProcessingException | DateTimeException e) {
      throw new IllegalArgumentException("This is no document of an episode: " + e.getMessage(), e);
    }
  }

  private EpisodeReading() {}
}
