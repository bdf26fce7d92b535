package io.vigil.source.kafka;

import com.azure.core.credential.AccessToken;
import java.util.Set;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;

/** A token of Entra ID as the Kafka client wants it. It is a secret, which printing it hides. */
final class EntraToken implements OAuthBearerToken {
  private final AccessToken token;
  private final String scope;

  EntraToken(AccessToken token, String scope) {
    this.token = token;
    this.scope = scope;
  }

  @Override
  public String value() {
    return token.getToken();
  }

  @Override
  public Set<String> scope() {
    return Set.of(scope);
  }

  @Override
  public long lifetimeMs() {
    return token.getExpiresAt().toInstant().toEpochMilli();
  }

  /** For the client's log only: the service reads the name out of the token itself. */
  @Override
  public String principalName() {
    return "entra-id";
  }

  @Override
  public Long startTimeMs() {
    // Unknown; the client then reckons from when it asked.
    return null;
  }

  @Override
  public String toString() {
    return "(token for " + scope + ")";
  }
}
