package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import io.vigil.source.amqp.server.AmqpHubServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Where the way to a hub can end. */
class AmqpDoorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static AmqpDoor plain(int port) {
    return new AmqpDoor("localhost", port, true);
  }

  private static AmqpDoor encrypted(ServerSocket socket) {
    return new AmqpDoor("localhost", socket.getLocalPort(), false);
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  /** Answers the first caller by these bytes, then hangs up. */
  private static void answer(ServerSocket socket, byte[] answer) {
    new Thread(
            () -> {
              try (Socket caller = socket.accept()) {
                caller.getInputStream().readNBytes(8);
                caller.getOutputStream().write(answer);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .start();
  }

  @Test
  void opensToAmqp() {
    try (AmqpHubServer server = AmqpHubServer.start()) {
      assertThat(plain(server.port()).knock(PATIENCE)).isEmpty();
    }
  }

  @Test
  void namesAHostThatIsUnknown() {
    assertThat(new AmqpDoor("nowhere.invalid", 5671, false).knock(PATIENCE))
        .get()
        .asString()
        .contains("the host nowhere.invalid is unknown");
  }

  @Test
  void namesAPortThatRefuses() throws IOException {
    int port;
    try (ServerSocket socket = listen()) {
      port = socket.getLocalPort();
    }
    assertThat(plain(port).knock(PATIENCE))
        .get()
        .asString()
        .contains("localhost:" + port + " refused the connection", "firewall");
  }

  @Test
  void namesAServerThatSaysNothing() throws IOException {
    try (ServerSocket silent = listen()) {
      assertThat(plain(silent.getLocalPort()).knock(Duration.ofMillis(200)))
          .get()
          .asString()
          .contains("took the connection, but said nothing");
    }
  }

  /** As a Kafka broker does, which reads the greeting as the length of a request. */
  @Test
  void namesAServerThatHangsUp() throws IOException {
    try (ServerSocket socket = listen()) {
      answer(socket, new byte[0]);
      assertThat(plain(socket.getLocalPort()).knock(PATIENCE))
          .get()
          .asString()
          .contains("hung up", "9093 is the Kafka endpoint");
    }
  }

  @Test
  void quotesWhatIsNotAmqp() throws IOException {
    try (ServerSocket socket = listen()) {
      answer(socket, "HTTP/1.1 400\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(plain(socket.getLocalPort()).knock(PATIENCE))
          .get()
          .asString()
          .contains("answered \"HTTP/1.1\", which is not AMQP");
    }
  }

  @Test
  void namesAServerWithoutTls() throws IOException {
    try (ServerSocket socket = listen()) {
      answer(socket, "HTTP/1.1 400\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(encrypted(socket).knock(PATIENCE))
          .get()
          .asString()
          .contains("does not speak TLS", "UseDevelopmentEmulator=true");
    }
  }

  @Test
  void namesAServerThatHangsUpOnTls() throws IOException {
    try (ServerSocket socket = listen()) {
      answer(socket, new byte[0]);
      assertThat(encrypted(socket).knock(PATIENCE))
          .get()
          .asString()
          .contains("hung up", "9093 is the Kafka endpoint")
          .doesNotContain("trust store");
    }
  }

  @Test
  void isFoundByTheAddressOrTheEndpoint() {
    String keys = ";SharedAccessKeyName=a;SharedAccessKey=b";
    assertThat(AmqpDoor.of(new HubAddress("ns.example", "h", "", Secret.NONE)))
        .isEqualTo(new AmqpDoor("ns.example", 5671, false));
    assertThat(
            AmqpDoor.of(new HubAddress("", "h", "", Secret.of("Endpoint=sb://ns.example/" + keys))))
        .isEqualTo(new AmqpDoor("ns.example", 5671, false));
    assertThat(
            AmqpDoor.of(
                new HubAddress(
                    "", "h", "10.0.0.4:7000", Secret.of("Endpoint=sb://ns.example/" + keys))))
        .isEqualTo(new AmqpDoor("10.0.0.4", 7000, false));
    assertThat(
            AmqpDoor.of(
                new HubAddress(
                    "",
                    "h",
                    "",
                    Secret.of("Endpoint=sb://localhost" + keys + ";UseDevelopmentEmulator=true"))))
        .isEqualTo(new AmqpDoor("localhost", 5672, true));
  }

  /** The client says only that time is up. */
  @Test
  void aTimeOutIsExplainedByTheDoor() throws IOException {
    int port;
    try (ServerSocket socket = listen()) {
      port = socket.getLocalPort();
    }
    HubAddress hub =
        new HubAddress(
            "localhost",
            "sensors",
            "localhost:" + port,
            Secret.of(
                "Endpoint=sb://localhost;SharedAccessKeyName=a;SharedAccessKey=b;UseDevelopmentEmulator=true"));
    assertThat(AmqpFaults.explain(new TimeoutException("2000 ms"), hub))
        .isEqualTo(
            "Event Hubs (amqp) localhost/sensors: localhost:%d refused the connection; correct the address and port, and see whether a firewall is in between"
                .formatted(port));
  }
}
