package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.feed.hook.Receiver.Behaviour;
import io.vigil.feed.hook.Reply.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpSenderTest {
  private static final Message MESSAGE = new Message("msg_1", "alert.raised", "{\"n\":\"é\"}");
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void aMessageArrivesSigned() throws IOException {
    try (Receiver receiver = Receiver.always(Behaviour.ACCEPT)) {
      Reply reply = send(receiver.address("/in"), LONG);
      assertThat(reply.verdict()).isEqualTo(Verdict.DELIVERED);
      assertThat(receiver.posts())
          .containsExactly(
              new Receiver.Post(
                  "/in", "msg_1", MESSAGE.body(), true, "application/json", Behaviour.ACCEPT));
    }
  }

  /** Seen red with: a client that follows redirects. */
  @Test
  void aRedirectIsNotFollowed() throws IOException {
    try (Receiver receiver = Receiver.always(Behaviour.REDIRECT)) {
      Reply reply = send(receiver.address("/in"), LONG);
      assertThat(reply.verdict()).isEqualTo(Verdict.RETRY);
      assertThat(reply.words()).contains("307", "redirect", "not followed");
      assertThat(receiver.posts()).extracting(Receiver.Post::path).containsExactly("/in");
    }
  }

  /** Seen red with: neither time-out. */
  @Test
  void whoDoesNotAnswerIsLeft() throws IOException {
    try (Receiver receiver = Receiver.always(Behaviour.ACCEPT_AND_STALL)) {
      Reply reply = send(receiver.address("/in"), Duration.ofMillis(300));
      assertThat(reply).isEqualTo(Reply.fault("no answer in time"));
    }
  }

  @Test
  void aConnectionThatIsCutOrRefusedIsAFault() throws IOException {
    try (Receiver receiver = Receiver.always(Behaviour.CUT)) {
      assertThat(send(receiver.address("/in"), LONG).words()).startsWith("the connection broke");
    }
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://localhost:" + socket.getLocalPort() + "/T0KEN");
    }
    assertThat(send(nobody, LONG)).isEqualTo(Reply.fault("no connection"));
  }

  @Test
  void aPauseIsHeard() throws IOException {
    try (Receiver receiver = Receiver.always(Behaviour.BUSY)) {
      assertThat(send(receiver.address("/in"), LONG))
          .isEqualTo(new Reply(Verdict.RETRY, "answered 429", Optional.of(Duration.ofSeconds(1))));
    }
  }

  /** Seen red with: an address that is not looked up. */
  @Test
  void anAddressBehindTheWallsIsNotEvenTried() {
    Reply reply = send(URI.create("https://169.254.169.254/latest/T0KEN"), LONG);
    assertThat(reply.verdict()).isEqualTo(Verdict.DEAD);
    assertThat(reply.words()).contains("169.254.169.254", "not sent").doesNotContain("T0KEN");
  }

  private Reply send(URI target, Duration patience) {
    HttpSender sender = new HttpSender(executor, patience, Clock.systemUTC());
    return sender
        .send(Hooks.to("all", target, Interest.EVERYBODY), MESSAGE)
        .orTimeout(2, TimeUnit.MINUTES)
        .join();
  }
}
