package io.vigil.feed.access.oidc;

import java.time.Instant;

/**
 * Somebody who signed in with a browser.
 *
 * @param identity by their token
 * @param proof that a request comes from a page of ours: other sites can send the cookie along, and
 *     cannot read this
 * @param until when it ends
 */
record Session(Identity identity, String proof, Instant until) {

  @Override
  public String toString() {
    return "the session of " + identity.subject() + " until " + until;
  }
}
