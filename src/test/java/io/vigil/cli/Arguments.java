package io.vigil.cli;

import java.util.stream.Stream;

/** Puts command lines together. */
final class Arguments {

  /** The first ones, and then some more. */
  static Object[] of(Object[] more, Object... first) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray();
  }

  private Arguments() {}
}
