package io.vigil.store.cosmos;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Knocks at an endpoint. The client itself tries for half a minute and longer before it says that
 * nobody is there, or that it speaks the wrong protocol.
 */
final class Reach {
  private static final int LONGEST_MILLIS = 5000;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /**
   * Connects and speaks the protocol's first words.
   *
   * @throws IllegalArgumentException if the endpoint is no URL of http or https
   * @throws SSLHandshakeException if TLS is spoken, but the certificate is not trusted
   * @throws ProtocolException if something else than the endpoint's protocol is spoken
   * @throws IOException if nobody is there
   */
  static void knock(String endpoint) throws IOException {
    URI place = URI.create(endpoint);
    boolean tls = "https".equals(place.getScheme());
    if (place.getHost() == null || !tls && !"http".equals(place.getScheme())) {
      throw new IllegalArgumentException(
          "the endpoint '%s' is no URL such as https://NAME.documents.azure.com:443/"
              .formatted(endpoint));
    }
    int port = place.getPort() > 0 ? place.getPort() : tls ? HTTPS : HTTP;
    InetSocketAddress address = new InetSocketAddress(place.getHost(), port);
    if (address.isUnresolved()) {
      throw new UnknownHostException(place.getHost());
    }
    try (Socket socket = new Socket()) {
      socket.connect(address, LONGEST_MILLIS);
      socket.setSoTimeout(LONGEST_MILLIS);
      if (tls) {
        shakeHands(socket, place.getHost(), port);
      } else {
        greet(socket, place.getHost());
      }
    }
  }

  private static void shakeHands(Socket socket, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket secure = (SSLSocket) factory.createSocket(socket, host, port, true)) {
      secure.startHandshake();
    } catch (SSLHandshakeException e) {
      throw e;
    } catch (SSLException | SocketTimeoutException e) {
      throw new ProtocolException("somebody is there, but does not speak TLS");
    }
  }

  private static void greet(Socket socket, String host) throws IOException {
    String words = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    InputStream answer = socket.getInputStream();
    byte[] first = answer.readNBytes(4);
    if (!new String(first, StandardCharsets.US_ASCII).equals("HTTP")) {
      throw new ProtocolException("somebody is there, but does not speak plain http");
    }
  }

  private Reach() {}
}
