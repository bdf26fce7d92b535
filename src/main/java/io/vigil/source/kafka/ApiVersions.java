package io.vigil.source.kafka;

import io.vigil.source.kafka.EndpointRefused.ApiVersionsDropped;
import io.vigil.source.kafka.EndpointRefused.Encrypted;
import io.vigil.source.kafka.EndpointRefused.NotKafka;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The request by which Kafka clients learn which requests a server knows. A server that does not
 * know the version of this request itself should say so, and the client asks with an older one;
 * some hang up instead. Clients ask with version 0 before they log in and with their own version
 * after; a server must answer both at any time, so that this can be tried without a key.
 */
final class ApiVersions {
  /** The version of kafka-clients up to 3.8. */
  static final int OF_OUR_CLIENT = 3;

  /** The version of kafka-clients from 3.9, which Event Hubs was seen to hang up on. */
  static final int OF_NEWER_CLIENTS = 4;

  private static final int API_KEY = 18;
  private static final int CORRELATION = 0x5649;
  private static final int LONGEST_ANSWER = 1 << 20;
  private static final int SHORTEST_ANSWER = 6;
  private static final int TLS_ALERT = 0x15;

  /**
   * Asks, and looks at how the answer begins.
   *
   * @throws EndpointRefused if it is not one of Kafka's
   */
  static void ask(Socket socket, int version) throws IOException {
    ByteBuffer begin = ByteBuffer.allocate(8);
    try {
      socket.getOutputStream().write(request(version));
      new DataInputStream(socket.getInputStream()).readFully(begin.array());
    } catch (SocketException | EOFException e) {
      throw new ApiVersionsDropped(version);
    }
    int length = begin.getInt();
    if (length < SHORTEST_ANSWER || length > LONGEST_ANSWER || begin.getInt() != CORRELATION) {
      throw begin.get(0) == TLS_ALERT ? new Encrypted() : notKafka(begin.array());
    }
  }

  private static byte[] request(int version) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(API_KEY);
    out.writeShort(version);
    out.writeInt(CORRELATION);
    out.writeUTF("vigil-doctor"); // client id, with a length of two bytes
    out.writeByte(0); // no tagged fields of the header
    compact(out, "vigil");
    compact(out, "1");
    out.writeByte(0); // no tagged fields of the body
    byte[] body = bytes.toByteArray();
    return ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).array();
  }

  private static void compact(DataOutputStream out, String text) throws IOException {
    out.writeByte(text.length() + 1);
    out.writeBytes(text);
  }

  private static NotKafka notKafka(byte[] begin) {
    String shown = new String(begin, StandardCharsets.US_ASCII).replaceAll("[^ -~]", ".");
    return new NotKafka("the answer begins with \"" + shown + "\"");
  }

  private ApiVersions() {}
}
