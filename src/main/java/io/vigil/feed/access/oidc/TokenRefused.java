package io.vigil.feed.access.oidc;

/** A token that is not let in. The message says what is wrong and repeats nothing of it. */
final class TokenRefused extends Exception {
  private static final long serialVersionUID = 1L;

  TokenRefused(String message) {
    super(message);
  }
}
