package io.vigil.feed.hook;

import java.util.concurrent.CompletableFuture;

/** Posts messages. */
@FunctionalInterface
interface HookSender {

  /** Posts one message once, and answers with what came of it; it never fails otherwise. */
  CompletableFuture<Reply> send(Hook hook, Message message);
}
