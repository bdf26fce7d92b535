package io.vigil.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What answers, or does not, and what is said of it. */
@Timeout(120)
class EndpointProbeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final SSLSocketFactory JVM = (SSLSocketFactory) SSLSocketFactory.getDefault();

  @TempDir static Path folder;
  private static KafkaBroker broker;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start(folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aBrokerAnswers() throws Exception {
    assertThat(probe(broker.address("any")).greet()).isTrue();
    assertThat(
            new EndpointProbe(broker.tlsAddress("any"), broker.trust().sockets(), PATIENCE).greet())
        .isTrue();
  }

  @Test
  void aCertificateThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> probe(broker.tlsAddress("any")).greet())
        .isInstanceOf(SSLException.class);
  }

  /** Seen red with: no identification of the endpoint. */
  @Test
  void aCertificateOfAnotherHostIsRefused() {
    HubAddress encrypted = broker.tlsAddress("any");
    HubAddress byNumber =
        new HubAddress(
            "localhost",
            "any",
            encrypted.address().replace("localhost", "127.0.0.1"),
            encrypted.connectionString());
    assertThatThrownBy(
            () -> new EndpointProbe(byNumber, broker.trust().sockets(), PATIENCE).greet())
        .isInstanceOf(SSLException.class);
  }

  @Test
  void tlsWhereNoneIsSpokenIsNamed() {
    HubAddress plain = broker.address("any");
    HubAddress wrong =
        new HubAddress("localhost", "any", plain.address(), Secret.of("SharedAccessKey=k"));
    assertThatThrownBy(() -> probe(wrong).greet()).isInstanceOf(EndpointRefused.NotEncrypted.class);
  }

  @Test
  void noTlsWhereItIsSpokenIsNamed() {
    HubAddress wrong =
        new HubAddress(
            "localhost",
            "any",
            broker.tlsAddress("any").address(),
            broker.address("any").connectionString());
    assertThatThrownBy(() -> probe(wrong).greet()).isInstanceOf(EndpointRefused.Encrypted.class);
  }

  /**
   * What Event Hubs was seen to do with newer clients. Seen red with: an end that is not caught.
   */
  @Test
  void aConnectionDroppedAtTheFirstRequestIsNamed() throws Exception {
    try (FakeListener dropping = new FakeListener(EndpointProbeTest::readRequest)) {
      // It takes the greeting of TLS for the begin of a long request, and waits for the rest.
      EndpointProbe probe = new EndpointProbe(dropping.hub(), JVM, Duration.ofSeconds(3));
      assertThatThrownBy(probe::greet)
          .isInstanceOf(EndpointRefused.ApiVersionsDropped.class)
          .hasMessageContaining("v3");
    }
  }

  /** As the service is today, as far as is known: our client is let in, newer ones are not. */
  @Test
  void aListenerThatDropsNewerClientsOnlyIsFine() throws Exception {
    try (FakeListener picky =
        new FakeListener(
            connection -> {
              ByteBuffer request = readRequest(connection);
              if (request.getShort(2) <= 3) {
                connection
                    .getOutputStream()
                    .write(
                        ByteBuffer.allocate(10)
                            .putInt(6)
                            .putInt(request.getInt(4))
                            .putShort((short) 35)
                            .array());
              }
            })) {
      assertThat(probe(picky.hub()).greet()).isFalse();
    }
  }

  /**
   * The pinned client asks as {@link ApiVersions#OF_OUR_CLIENT} says; a newer one asks with 4, and
   * then the decision about it is to be thought over. Told to log in, it asks with 0 first, and in
   * this way once it is let in: here it need not log in.
   */
  @Test
  void ourClientAsksWithTheVersionThatEventHubsKnows() throws Exception {
    CompletableFuture<Integer> version = new CompletableFuture<>();
    try (FakeListener listener =
        new FakeListener(
            connection -> version.complete((int) readRequest(connection).getShort(2)))) {
      Properties settings = KafkaConnection.to(listener.hub());
      settings.put("security.protocol", "PLAINTEXT");
      Admin admin = Admin.create(settings);
      try {
        admin.listTopics();
        assertThat(version.get(60, TimeUnit.SECONDS)).isEqualTo(ApiVersions.OF_OUR_CLIENT);
      } finally {
        admin.close(Duration.ZERO);
      }
    }
  }

  @Test
  void anotherProtocolIsNamedWithItsFirstWords() throws Exception {
    try (FakeListener web =
        new FakeListener(
            connection -> {
              readRequest(connection);
              OutputStream out = connection.getOutputStream();
              out.write("HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.US_ASCII));
            })) {
      assertThatThrownBy(() -> probe(web.hub()).greet())
          .isInstanceOf(EndpointRefused.NotKafka.class)
          .hasMessageContaining("HTTP/1.1");
    }
  }

  @Test
  void silenceEnds() throws Exception {
    try (FakeListener silent =
        new FakeListener(
            connection ->
                connection.getInputStream().transferTo(OutputStream.nullOutputStream()))) {
      assertThatThrownBy(() -> new EndpointProbe(silent.hub(), JVM, Duration.ofMillis(200)).greet())
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void nobodyThereIsNamed() throws Exception {
    ServerSocket gone = new ServerSocket(0);
    gone.close();
    HubAddress hub =
        new HubAddress("localhost", "any", "localhost:" + gone.getLocalPort(), Secret.NONE);
    assertThatThrownBy(() -> probe(hub).greet()).isInstanceOf(ConnectException.class);
    HubAddress nowhere = new HubAddress("vigil-ns.invalid", "any", "", Secret.NONE);
    assertThatThrownBy(() -> probe(nowhere).greet()).isInstanceOf(UnknownHostException.class);
  }

  private static EndpointProbe probe(HubAddress hub) {
    return new EndpointProbe(hub, JVM, PATIENCE);
  }

  /** The request without its length; like a broker, it hangs up on what cannot be a length. */
  private static ByteBuffer readRequest(Socket connection) throws IOException {
    DataInputStream in = new DataInputStream(connection.getInputStream());
    int length = in.readInt();
    if (length > 1 << 20) {
      throw new IOException("No request of Kafka has " + length + " bytes");
    }
    byte[] request = new byte[length];
    in.readFully(request);
    return ByteBuffer.wrap(request);
  }
}
