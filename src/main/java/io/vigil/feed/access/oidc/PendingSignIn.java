package io.vigil.feed.access.oidc;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;

/**
 * A sign-in that was begun.
 *
 * @param verifier by which the provider knows who began it
 * @param nonce that its token must carry
 * @param goOn the path of the feed that was asked for
 * @param until when it must be finished
 */
record PendingSignIn(CodeVerifier verifier, Nonce nonce, String goOn, Instant until) {}
