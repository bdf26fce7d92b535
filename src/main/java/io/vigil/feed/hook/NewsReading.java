package io.vigil.feed.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.alert.Alert;
import io.vigil.alert.Entry;
import io.vigil.feed.log.FeedEvent;
import io.vigil.store.AlertReading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what hooks need from the log's events. The document in an event may be newer than the
 * transition it tells, so how things stood then is read from the alert's history.
 */
final class NewsReading {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How the reason of an escalation ends. */
  private static final Pattern CALLS = Pattern.compile("calls (\\S+)$");

  /**
   * The news in an event, if hooks are told of such.
   *
   * @throws IllegalArgumentException if the event holds no transition of an alert
   */
  static Optional<AlertNews> read(FeedEvent event) {
    if (event.kind() != FeedEvent.Kind.TRANSITION) {
      return Optional.empty();
    }
    try {
      JsonNode body = JSON.readTree(event.body());
      Alert alert = AlertReading.read(body.path("alert").toString());
      Entry entry = entry(body.path("transition"));
      return Happening.of(entry.action(), alert.status().active())
          .map(happening -> news(event, alert, entry, happening));
    } catch (JsonProcessingException | DateTimeException e) {
      throw new IllegalArgumentException("This is no transition of an alert: " + e.getMessage(), e);
    }
  }

  private static Entry entry(JsonNode transition) {
    Instant time = Instant.parse(transition.path("ts").asText());
    return new Entry(
        ChronoUnit.MICROS.between(Instant.EPOCH, time),
        transition.path("actor").asText(),
        transition.path("action").asText(),
        transition.path("reason").asText());
  }

  private static AlertNews news(FeedEvent event, Alert alert, Entry entry, Happening happening) {
    List<Entry> history = alert.history().kept();
    int place = history.lastIndexOf(entry);
    // A line that is only counted by now was one after the first.
    List<Entry> later = history.subList(place < 0 ? 1 : place + 1, history.size());
    List<Entry> until = place < 0 ? history.subList(0, 1) : history.subList(0, place + 1);
    boolean newest = later.isEmpty();
    return new AlertNews(
        event.key(),
        Instant.EPOCH.plus(entry.time(), ChronoUnit.MICROS),
        happening,
        newest ? alert.care().level() : level(alert, until, later),
        newest ? alert.care().calls() : calls(until, entry),
        later.stream().anyMatch(one -> is(one, Happening::settles)),
        alert);
  }

  private static int level(Alert alert, List<Entry> until, List<Entry> later) {
    if (later.stream().noneMatch(one -> is(one, Happening::startsOver))) {
      return alert.care().level() - steps(later);
    }
    return steps(sinceStart(until));
  }

  private static String calls(List<Entry> until, Entry entry) {
    List<Entry> steps =
        sinceStart(until).stream().filter(one -> is(one, Happening.ESCALATED::equals)).toList();
    Entry last = steps.isEmpty() ? entry : steps.get(steps.size() - 1);
    Matcher calls = CALLS.matcher(last.reason());
    return is(last, Happening.ESCALATED::equals) && calls.find() ? calls.group(1) : "";
  }

  /** The lines after the last one that may have begun escalation anew. */
  private static List<Entry> sinceStart(List<Entry> until) {
    int start = until.size();
    while (start > 0 && !is(until.get(start - 1), Happening::startsOver)) {
      start--;
    }
    return until.subList(start, until.size());
  }

  private static int steps(List<Entry> entries) {
    return (int) entries.stream().filter(one -> is(one, Happening.ESCALATED::equals)).count();
  }

  private static boolean is(Entry entry, Predicate<Happening> what) {
    return Happening.of(entry.action(), false).filter(what).isPresent();
  }

  private NewsReading() {}
}
