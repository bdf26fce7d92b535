package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.vigil.Await;
import io.vigil.alert.Severity;
import io.vigil.feed.hook.DeliveryState;
import io.vigil.feed.hook.HookDispatcher;
import io.vigil.feed.hook.HookLedger;
import io.vigil.feed.hook.HookSettings;
import io.vigil.feed.hook.Story;
import io.vigil.feed.log.FeedLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HooksCommandTest {
  @TempDir Path folder;

  private final Queue<String> signatures = new ConcurrentLinkedQueue<>();
  private HttpServer receiver;
  private volatile int status = 204;

  @BeforeEach
  void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          try (exchange) {
            signatures.add(exchange.getRequestHeaders().getFirst("webhook-signature"));
            exchange.sendResponseHeaders(status, -1);
          }
        });
    receiver.start();
    Files.writeString(hooks(), "hooks:\n  chat:\n    url: ${env:URL}\n    secret: ${env:SECRET}\n");
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void aTestMessageArrivesSigned() {
    assertThat(run("test", "chat").succeeded().out()).contains("answered 204");
    assertThat(signatures).singleElement().asString().startsWith("v1,");
  }

  /** Seen red with: an exit code that is always 0. */
  @Test
  void aReceiverThatRefusesIsAFailureAndTheTokenIsNotShown() {
    status = 403;
    CommandRun run = run("test", "chat");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out() + run.err()).contains("answered 403").doesNotContain("T0KEN", "MfKQ");
  }

  @Test
  void listShowsHooksBeforeTheFeedEverRan() {
    CommandRun run = run("list", "--json").succeeded();
    assertThat(run.json().at("/0/name").asText()).isEqualTo("chat");
    assertThat(run.json().at("/0/dead").asInt()).isZero();
    assertThat(run.out()).doesNotContain("T0KEN");
    assertThat(folder.resolve("hooks.db")).doesNotExist();
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(run("test", "pager").err()).contains("no hook 'pager', expected one of [chat]");
    assertThat(run("dead", "chat").err()).contains("hooks.db does not exist");
    assertThat(vigil("hooks", "list", "--hooks", folder.resolve("none.yaml")).err())
        .contains("none.yaml does not exist; expected a file of hooks");
  }

  @Test
  void aDeadLetterIsShownAndSentAgain() throws Exception {
    status = 404;
    try (FeedLog log = FeedLog.open(folder.resolve("feed.db"))) {
      log.append(
          Story.begun("p1", Instant.now()).fall(0, Severity.CRITICAL).events(), "alerts", "1");
      dispatchUntil(log, DeliveryState.DEAD);
      JsonNode dead = run("dead", "chat", "--json").succeeded().json();
      assertThat(dead).hasSize(1);
      assertThat(dead.at("/0/reason").asText()).isEqualTo("answered 404");
      assertThat(run("list").out()).contains("dead 1");

      status = 204;
      String id = dead.at("/0/messageId").asText();
      assertThat(run("resend", "chat", id).succeeded().out()).contains("1 queued");
      assertThat(run("resend", "chat", id).err()).contains("no dead letter " + id);
      dispatchUntil(log, DeliveryState.DELIVERED);
      assertThat(run("list").out()).contains("delivered 1, dropped 0, dead 0");
    }
  }

  private void dispatchUntil(FeedLog log, DeliveryState state) throws IOException {
    HookSettings settings = HookSettings.read(hooks(), environment()::get);
    try (HookLedger ledger = HookLedger.open(folder.resolve("hooks.db"));
        HookDispatcher dispatcher = HookDispatcher.start(log, ledger, settings)) {
      dispatcher.wake();
      Await.until(() -> ledger.query().counts("chat").get(state) == 1);
    }
  }

  private CommandRun run(Object... arguments) {
    Object[] all = new Object[arguments.length + 5];
    all[0] = "hooks";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--hooks";
    all[arguments.length + 2] = hooks();
    all[arguments.length + 3] = "--ledger";
    all[arguments.length + 4] = folder.resolve("hooks.db");
    return vigil(environment(), all);
  }

  private Map<String, String> environment() {
    String url = "http://localhost:" + receiver.getAddress().getPort() + "/T0KEN";
    return Map.of("URL", url, "SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }

  private Path hooks() {
    return folder.resolve("hooks.yaml");
  }
}
