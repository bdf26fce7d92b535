package io.vigil.store.cosmos.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.vigil.store.cosmos.server.sql.NotServed;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door: who may come in, what goes wrong on the way, and what is counted. */
final class Front implements HttpHandler {
  private final Routes routes;
  private final Signature signature;
  private final Faults faults;
  private final InFlight inFlight;
  private final Map<RequestKind, Long> counts = new EnumMap<>(RequestKind.class);
  private volatile Set<RequestKind> forbidden = Set.of();
  private volatile String token = "";
  private double requestUnits;

  Front(Routes routes, Signature signature, Faults faults, InFlight inFlight) {
    this.routes = routes;
    this.signature = signature;
    this.faults = faults;
    this.inFlight = inFlight;
  }

  void forbid(Set<RequestKind> kinds) {
    forbidden = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
  }

  void letIn(String bearer) {
    token = bearer;
  }

  synchronized long requests(RequestKind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  synchronized double requestUnits() {
    return requestUnits;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    // Closing an exchange that was not answered closes its connection.
    try (exchange) {
      Request request = Request.read(exchange);
      Optional<Reply> reply = answer(request);
      if (reply.isPresent()) {
        send(exchange, reply.get());
      }
    }
  }

  /** The answer, or nothing where the connection is to be closed. */
  private Optional<Reply> answer(Request request) {
    try {
      boolean byKey = signature.signed(request, token);
      Action action = routes.route(request);
      count(action.kind());
      if (forbidden.contains(action.kind())
          || (!byKey && RequestKind.MANAGEMENT.contains(action.kind()))) {
        throw new Refused(403, 5300, "No permission for " + action.kind());
      }
      inFlight.begin(action.written());
      try {
        return withFaults(action);
      } finally {
        inFlight.end(action.written());
      }
    } catch (Refused refused) {
      return Optional.of(Reply.refused(refused));
    } catch (NotServed notServed) {
      return Optional.of(Reply.refused(Refused.badRequest(notServed.getMessage())));
    } catch (Exception e) {
      return Optional.of(
          Reply.refused(new Refused(500, 0, request.rawPath() + " failed here: " + e)));
    }
  }

  private Optional<Reply> withFaults(Action action) throws Exception {
    Optional<Fault> met = faults.next(action.kind());
    if (met.isEmpty()) {
      return Optional.of(work(action));
    }
    Fault fault = met.get();
    fault.before().pass();
    if (fault.cut() == Fault.Cut.BEFORE_WORK) {
      return Optional.empty();
    }
    if (fault.status() != 0) {
      throw fault.refused();
    }
    Reply reply = work(action);
    fault.after().pass();
    return fault.cut() == Fault.Cut.BEFORE_ANSWER ? Optional.empty() : Optional.of(reply);
  }

  private Reply work(Action action) {
    Reply reply = action.work().get();
    charge(reply.charge());
    return reply;
  }

  private synchronized void count(RequestKind kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  private synchronized void charge(double units) {
    requestUnits += units;
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("x-ms-activity-id", UUID.randomUUID().toString());
    exchange.getResponseHeaders().set("x-ms-serviceversion", "version=2.14.0.0");
    exchange.getResponseHeaders().set("x-ms-gatewayversion", "version=2.14.0");
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    if (reply.body() == null) {
      exchange.sendResponseHeaders(reply.status(), -1);
      return;
    }
    byte[] body = Json.bytes(reply.body());
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
  }
}
