package io.vigil.feed.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.vigil.alert.Answer;
import io.vigil.alert.Command;
import io.vigil.alert.CommandMessages;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.access.audit.Audited;
import io.vigil.feed.web.Asking;
import io.vigil.feed.web.FeedModule;
import io.vigil.feed.web.Problems;
import io.vigil.feed.web.Refusal;
import io.vigil.feed.web.RequestBody;
import io.vigil.store.Document;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What people answer to alerts. The job decides; the answer is 200 where it followed, 409 with its
 * reason where it refused, and 202 where it has said nothing yet: then the same command, sent again
 * with the same id, asks for the answer and changes nothing twice.
 */
public final class CommandRoutes implements FeedModule {
  private static final Set<String> FIELDS = Set.of("command", "text", "until", "id");

  private final AlertFinder finder;
  private final CommandDesk desk;
  private final InstantSource clock;

  public CommandRoutes(AlertFinder finder, CommandDesk desk, InstantSource clock) {
    this.finder = finder;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.post("/v1/alerts/{id}/commands", this::command);
  }

  private void command(Context to) {
    Viewer viewer = Asking.viewer(to);
    Document alert = finder.find(to.pathParam("id"), viewer);
    Command command = command(RequestBody.read(to, FIELDS), alert, viewer);
    Audited about = Audited.of(to);
    about.did(command.kind().word());
    Optional<JsonNode> answer = desk.ask(command);
    about.did(command.kind().word() + ", " + verdict(answer).toLowerCase(Locale.ROOT));
    if (answer.isEmpty()) {
      Json.send(to.status(202), told(command, verdict(answer), "The job has not answered yet"));
      return;
    }
    String reason = answer.get().path("reason").asText();
    String verdict = verdict(answer);
    if (verdict.equals(Answer.Verdict.REFUSED.name())) {
      ObjectNode problem = Problems.problem(409, reason);
      Problems.send(to, 409, problem.put("id", command.id()).put("verdict", verdict));
      return;
    }
    ObjectNode followed = told(command, verdict, reason);
    followed.put("revision", answer.get().path("changed").asLong());
    Json.send(to.status(200), followed);
  }

  private static String verdict(Optional<JsonNode> answer) {
    return answer.map(one -> one.path("verdict").asText()).orElse("PENDING");
  }

  private static ObjectNode told(Command command, String verdict, String reason) {
    return Json.object().put("id", command.id()).put("verdict", verdict).put("reason", reason);
  }

  /** Reads it the way the job will. */
  private Command command(ObjectNode body, Document alert, Viewer viewer) {
    if (!body.hasNonNull("id")) {
      body.put("id", UUID.randomUUID().toString());
    }
    body.put("participantId", alert.participantId());
    body.put("alertId", alert.id());
    body.put("actor", viewer.subject());
    body.put("time", clock.instant().toString());
    try {
      return CommandMessages.read(body.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, e.getMessage());
    }
  }
}
