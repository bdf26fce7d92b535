package io.vigil.model;

import java.util.function.Function;

/**
 * A function that remembers its last answer. The tasks of a job that share a process all read the
 * same models and rules as they start: so the first of them reads, and all hold one copy.
 *
 * @param <Q> what is asked; told apart by {@code equals}, and never changed
 * @param <A> what is answered; never changed, because several threads hold it
 */
public final class LastAnswer<Q, A> {
  private final Function<Q, A> function;
  private Q question;
  private A answer;

  public LastAnswer(Function<Q, A> function) {
    this.function = function;
  }

  /** The function's answer. What it throws is thrown, and not remembered. */
  public synchronized A to(Q asked) {
    if (!asked.equals(question)) {
      answer = function.apply(asked);
      question = asked;
    }
    return answer;
  }
}
