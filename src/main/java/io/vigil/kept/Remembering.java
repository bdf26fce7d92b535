package io.vigil.kept;

import java.util.List;

/** A function that remembers things of keys, which its operator may keep for it. */
public interface Remembering {
  /** All of it, once the function is open. */
  List<KeptState<?>> remembered();
}
