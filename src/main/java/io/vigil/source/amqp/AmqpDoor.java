package io.vigil.source.amqp;

import io.vigil.source.ConnectionString;
import io.vigil.source.HubAddress;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * The way to a hub as far as its first word: name, port, encryption, protocol.
 *
 * <p>The client tries a connection for ever and says of one that cannot be made only that no answer
 * came. So the way is gone again by hand to see where it ends.
 *
 * @param host to connect to, and the name that the certificate must have
 * @param port of the host
 * @param plain whether there is no TLS
 */
record AmqpDoor(String host, int port, boolean plain) {
  private static final int TLS_PORT = 5671;
  private static final int PLAIN_PORT = 5672;

  /** What a client that will say who it is begins with, and a server answers by. */
  private static final byte[] GREETING = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};

  private static final String PORT_ADVICE =
      "use the AMQP port: 5671 with TLS, 5672 of a local server; 9093 is the Kafka endpoint, "
          + "443 the web's";

  /** What a TLS server says to somebody who does not speak TLS. */
  private static final byte TLS_ALERT = 0x15;

  /**
   * @throws IllegalArgumentException where the connection string or the address cannot be read
   */
  static AmqpDoor of(HubAddress hub) {
    URI endpoint =
        hub.connectionString().isSet()
            ? URI.create(ConnectionString.of(hub).endpoint())
            : URI.create("sb://" + hub.namespace());
    URI goTo = hub.address().isEmpty() ? endpoint : URI.create("sb://" + hub.address());
    int standard = hub.isPlain() ? PLAIN_PORT : TLS_PORT;
    return new AmqpDoor(
        String.valueOf(goTo.getHost()),
        goTo.getPort() < 0 ? standard : goTo.getPort(),
        hub.isPlain());
  }

  /** What stands in the way, or nothing where AMQP is spoken at this door. */
  Optional<AmqpFault> knock(Duration patience) {
    int millis = (int) patience.toMillis();
    boolean connected = false;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), millis);
      connected = true;
      socket.setSoTimeout(millis);
      try (Socket spoken = plain ? socket : encrypted(socket)) {
        spoken.getOutputStream().write(GREETING);
        return misunderstood(spoken.getInputStream().readNBytes(GREETING.length));
      }
    } catch (UnknownHostException e) {
      return fault(
          "the host " + host + " is unknown", "correct the namespace or its address, or the DNS");
    } catch (ConnectException e) {
      return fault(
          this + " refused the connection",
          "correct the address and port, and see whether a firewall is in between");
    } catch (SocketTimeoutException e) {
      String seconds = " within " + patience.toSeconds() + " s";
      return connected
          ? fault(this + " took the connection, but said nothing" + seconds, PORT_ADVICE)
          : fault(
              this + " gave no answer" + seconds,
              "let port " + port + " through the firewall outwards, and check the address");
    } catch (SSLHandshakeException e) {
      if (e.getCause() instanceof EOFException) {
        return fault(this + " hung up when it was spoken to by TLS", PORT_ADVICE);
      }
      return fault(
          this + " was refused by TLS: " + e.getMessage(),
          "add the authority of its certificate to the JVM's trust store, or connect by the name "
              + "that the certificate has");
    } catch (SSLException e) {
      return fault(
          this + " does not speak TLS (" + e.getMessage() + ")",
          "use the namespace's AMQP port 5671; a local server without TLS needs "
              + "UseDevelopmentEmulator=true in its connection string");
    } catch (IOException | GeneralSecurityException e) {
      return fault(this + " broke the connection off (" + e.getMessage() + ")", PORT_ADVICE);
    }
  }

  private SSLSocket encrypted(Socket socket) throws IOException, GeneralSecurityException {
    SSLSocket encrypted =
        (SSLSocket)
            SSLContext.getDefault().getSocketFactory().createSocket(socket, host, port, true);
    SSLParameters parameters = encrypted.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    encrypted.setSSLParameters(parameters);
    encrypted.startHandshake();
    return encrypted;
  }

  private Optional<AmqpFault> misunderstood(byte[] answer) {
    if (Arrays.equals(answer, GREETING)) {
      return Optional.empty();
    }
    if (answer.length == 0) {
      return fault(this + " hung up when it was spoken to by AMQP", PORT_ADVICE);
    }
    if (answer[0] == TLS_ALERT) {
      return fault(
          this + " wants TLS, but the connection string has UseDevelopmentEmulator=true",
          "take UseDevelopmentEmulator=true out, it is for local servers without TLS");
    }
    String words = new String(answer, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "?");
    return fault(this + " answered \"" + words + "\", which is not AMQP", PORT_ADVICE);
  }

  private static Optional<AmqpFault> fault(String cameBack, String advice) {
    return Optional.of(new AmqpFault(false, cameBack, advice));
  }

  /** {@code host:port}. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
