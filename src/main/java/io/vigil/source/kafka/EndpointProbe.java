package io.vigil.source.kafka;

import io.vigil.source.HubAddress;
import io.vigil.source.kafka.EndpointRefused.ApiVersionsDropped;
import io.vigil.source.kafka.EndpointRefused.Encrypted;
import io.vigil.source.kafka.EndpointRefused.NotEncrypted;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.common.utils.Utils;

/**
 * Knocks at a hub's Kafka endpoint by a socket of its own: connects, greets, hangs up. The Kafka
 * client itself cannot say why it gets nowhere, because it tries again for ever and in the end
 * reports a time-out only.
 */
final class EndpointProbe {
  private final HubAddress hub;
  private final SSLSocketFactory tls;
  private final int patienceMillis;

  /**
   * @param tls whose trust decides on certificates
   * @param patience how long to wait for each answer
   */
  EndpointProbe(HubAddress hub, SSLSocketFactory tls, Duration patience) {
    this.hub = hub;
    this.tls = tls;
    this.patienceMillis = (int) patience.toMillis();
  }

  /**
   * Greets as the Kafka client here does, and as newer ones do.
   *
   * @return whether the greeting of newer clients is answered too
   * @throws EndpointRefused if something else answers than what the settings expect
   * @throws IOException if there is no connection
   */
  boolean greet() throws IOException {
    if (hub.isPlain()) {
      greetPlain();
    } else {
      greetEncrypted();
    }
    try {
      greet(ApiVersions.OF_NEWER_CLIENTS, !hub.isPlain());
      return true;
    } catch (ApiVersionsDropped e) {
      return false;
    }
  }

  private void greetPlain() throws IOException {
    try {
      greet(ApiVersions.OF_OUR_CLIENT, false);
    } catch (ApiVersionsDropped dropped) {
      if (speaksTls()) {
        throw new Encrypted();
      }
      throw dropped;
    }
  }

  private void greetEncrypted() throws IOException {
    try {
      greet(ApiVersions.OF_OUR_CLIENT, true);
    } catch (SSLException noHandshake) {
      if (speaksPlain()) {
        throw new NotEncrypted();
      }
      throw noHandshake;
    }
  }

  private boolean speaksTls() {
    try (Socket socket = connect()) {
      encrypted(socket).close();
      return true;
    } catch (IOException e) {
      // A certificate that is not believed is a certificate.
      return ExceptionUtils.findThrowable(e, GeneralSecurityException.class).isPresent();
    }
  }

  private boolean speaksPlain() {
    try {
      greet(ApiVersions.OF_OUR_CLIENT, false);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void greet(int version, boolean encrypted) throws IOException {
    try (Socket connection = connect();
        Socket socket = encrypted ? encrypted(connection) : connection) {
      ApiVersions.ask(socket, version);
    }
  }

  private Socket connect() throws IOException {
    String endpoint = KafkaConnection.endpoint(hub);
    InetSocketAddress at = new InetSocketAddress(Utils.getHost(endpoint), Utils.getPort(endpoint));
    if (at.isUnresolved()) {
      throw new UnknownHostException(at.getHostString());
    }
    Socket socket = new Socket();
    try {
      socket.connect(at, patienceMillis);
      socket.setSoTimeout(patienceMillis);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private SSLSocket encrypted(Socket connection) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            tls.createSocket(
                connection,
                Utils.getHost(KafkaConnection.endpoint(hub)),
                connection.getPort(),
                true);
    SSLParameters parameters = socket.getSSLParameters();
    // Without this, any certificate of a known authority would do, whatever host it is for.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    try {
      socket.startHandshake();
      return socket;
    } catch (SocketException | EOFException e) {
      throw new SSLException("The connection was closed during the TLS handshake", e);
    }
  }
}
