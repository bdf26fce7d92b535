package io.vigil.sensor.packed;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Texts, of which hashes in hexadecimal digits take half as many bytes. */
final class Texts {
  private static final int HASH = 64;
  private static final HexFormat HEX = HexFormat.of();

  static void write(String text, BitOutput out) {
    boolean hash = isHash(text);
    out.bit(hash);
    byte[] bytes = hash ? HEX.parseHex(text) : text.getBytes(StandardCharsets.UTF_8);
    if (!hash) {
      out.number(bytes.length);
    }
    for (byte one : bytes) {
      out.bits(one & 0xff, Byte.SIZE);
    }
  }

  static String read(BitInput in) {
    boolean hash = in.bit();
    byte[] bytes = new byte[hash ? HASH / 2 : in.count()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) in.bits(Byte.SIZE);
    }
    return hash ? HEX.formatHex(bytes) : new String(bytes, StandardCharsets.UTF_8);
  }

  private static boolean isHash(String text) {
    return text.length() == HASH
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }

  private Texts() {}
}
