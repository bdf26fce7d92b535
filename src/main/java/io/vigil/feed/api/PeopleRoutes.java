package io.vigil.feed.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.vigil.alert.AlertType;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.access.audit.Audited;
import io.vigil.feed.board.AlertBoard;
import io.vigil.feed.board.AlertRow;
import io.vigil.feed.board.PeopleBoard;
import io.vigil.feed.web.Asking;
import io.vigil.feed.web.Directory;
import io.vigil.feed.web.FeedModule;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** People, and how they are now. */
public final class PeopleRoutes implements FeedModule {
  private final PeopleBoard people;
  private final AlertBoard alerts;
  private final Directory directory;

  public PeopleRoutes(PeopleBoard people, AlertBoard alerts, Directory directory) {
    this.people = people;
    this.alerts = alerts;
    this.directory = directory;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.get("/v1/people", this::list);
  }

  private void list(Context to) {
    Viewer viewer = Asking.viewer(to);
    List<AlertRow> active =
        alerts.find(row -> row.status().active() && !row.participantId().isEmpty()).toList();
    TreeSet<String> ids = new TreeSet<>(people.people());
    active.forEach(row -> ids.add(row.participantId()));
    ArrayNode list = Json.array();
    Audited about = Audited.of(to);
    ids.stream()
        .filter(viewer::maySee)
        .forEach(
            id -> {
              about.participant(id);
              list.add(person(id, of(active, row -> row.participantId().equals(id))));
            });
    ObjectNode answer = Json.object();
    answer.set("people", list);
    Json.send(to, answer);
  }

  private ObjectNode person(String id, List<AlertRow> active) {
    ObjectNode person = Json.object().put("id", id).put("name", directory.name(id));
    person.set("activity", people.newest(id).map(newest -> Json.read(newest.body())).orElse(null));
    List<AlertRow> calling = of(active, row -> !row.type().technical());
    person.put("activeAlerts", calling.size());
    person.put(
        "worst",
        calling.stream().map(AlertRow::severity).min(Enum::compareTo).map(Enum::name).orElse(null));
    person.put("silent", active.stream().anyMatch(row -> row.type() == AlertType.SILENCE));
    return person;
  }

  private static List<AlertRow> of(List<AlertRow> rows, Predicate<AlertRow> kept) {
    return rows.stream().filter(kept).toList();
  }
}
