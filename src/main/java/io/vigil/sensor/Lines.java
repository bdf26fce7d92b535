package io.vigil.sensor;

import java.util.Arrays;

/**
 * Walks over the lines of a message's payload: {@code while (lines.next()) ...}. A line ends with
 * LF or CRLF, which is no part of it; the last one may go without.
 */
final class Lines {
  private final RawMessage message;
  private final byte[] bytes;
  private int next;
  private int from;
  private int to;
  private long number;

  Lines(RawMessage message) {
    this.message = message;
    this.bytes = message.payload();
    this.number = message.position() - 1;
  }

  /** Steps to the next line, and says whether there is one. */
  boolean next() {
    if (next >= bytes.length) {
      return false;
    }
    from = next;
    to = from;
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    next = to + 1;
    if (to > from && bytes[to - 1] == '\r') {
      to--;
    }
    number++;
    return true;
  }

  /** Steps to the line of that number in the file. */
  Lines at(long wanted) {
    while (number < wanted) {
      if (!next()) {
        throw new IllegalArgumentException(
            message.source() + " has no line " + wanted + " in this chunk");
      }
    }
    return this;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the line begins in {@link #bytes()}. */
  int from() {
    return from;
  }

  /** Where it ends. */
  int to() {
    return to;
  }

  /** Its number in the file, from 1. */
  long number() {
    return number;
  }

  boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (!Numbers.isSpace(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  /** A copy of the line. */
  byte[] copy() {
    return Arrays.copyOfRange(bytes, from, to);
  }
}
