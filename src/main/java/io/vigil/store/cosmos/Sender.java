package io.vigil.store.cosmos;

import java.util.List;

/** Puts requests on their way. Their replies come to {@link Replies}, in any order, later. */
interface Sender {
  /** Returns at once; each of the attempts has exactly one reply. */
  void send(List<Attempt> attempts);
}
