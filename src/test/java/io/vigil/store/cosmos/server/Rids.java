package io.vigil.store.cosmos.server;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * Resource ids in the layout that the clients take apart: four bytes for the database, eight with
 * the container, sixteen with the document, in base 64 with {@code -} for {@code /}.
 */
final class Rids {

  static String database(int number) {
    return text(ByteBuffer.allocate(4).putInt(number).array());
  }

  /** The high bit says that it is a container and not a user. */
  static String container(int database, int number) {
    return text(ByteBuffer.allocate(8).putInt(database).putInt(0x80000000 | number).array());
  }

  /** Little endian, because clients compare documents of equal order by this number reversed. */
  static String document(String container, long number) {
    ByteBuffer bytes = ByteBuffer.allocate(16).put(bytes(container));
    return text(bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(number).array());
  }

  static String offer(int number) {
    byte[] three = {(byte) (number >> 16), (byte) (number >> 8), (byte) number};
    return text(three);
  }

  private static byte[] bytes(String rid) {
    return Base64.getDecoder().decode(rid.replace('-', '/'));
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes).replace('/', '-');
  }

  private Rids() {}
}
