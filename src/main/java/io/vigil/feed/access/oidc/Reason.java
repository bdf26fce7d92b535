package io.vigil.feed.access.oidc;

import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.ExpiredJWTException;

/** Why a token is not let in, in words of ours: those of libraries may repeat it. */
final class Reason {

  static String of(Exception failure) {
    if (failure instanceof ExpiredJWTException) {
      return "it has ended; sign in again, or ask for another";
    }
    if (failure instanceof BadJWTException) {
      return "it is not from the provider that is set, not for this feed, not valid yet, or not of this sign-in";
    }
    if (failure instanceof BadJWSException) {
      return "its signature is wrong, or by a key that the provider does not have";
    }
    return "it is no token that is signed in a way that is allowed";
  }

  private Reason() {}
}
