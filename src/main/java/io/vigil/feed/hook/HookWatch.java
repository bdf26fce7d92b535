package io.vigil.feed.hook;

/** Hears of every answer of a hook. Called by several threads. */
@FunctionalInterface
public interface HookWatch {
  /** Nobody listens. */
  HookWatch NOBODY = (hook, verdict) -> {};

  /**
   * A message was sent.
   *
   * @param hook its name
   * @param verdict what came of it
   */
  void answered(String hook, Reply.Verdict verdict);
}
