package io.vigil.source.kafka;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.DefaultAzureCredentialBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerTokenCallback;

/**
 * Logs a Kafka client in with a token of Entra ID, for the identity that this machine or this
 * person has: a managed identity, a workload's, the environment's, the Azure command line's. The
 * client asks again before a token ends.
 */
public class EntraLogin implements AuthenticateCallbackHandler {
  /** The option of the login configuration that says for what a token is asked. */
  static final String SCOPE = "scope";

  /**
   * Identities are tried one after another, and the one of virtual machines is slow to be absent.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TokenCredential credential;
  private String scope = "";

  /** Called by the Kafka client. */
  public EntraLogin() {
    this(new DefaultAzureCredentialBuilder().build());
  }

  /**
   * @param credential who we are
   */
  protected EntraLogin(TokenCredential credential) {
    this.credential = credential;
  }

  @Override
  public void configure(
      Map<String, ?> settings, String mechanism, List<AppConfigurationEntry> logins) {
    scope = (String) logins.get(0).getOptions().get(SCOPE);
  }

  /**
   * Answers the request for a token. A failure becomes the words of the client's own login failure,
   * because an exception would lose them.
   */
  @Override
  public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
    for (Callback callback : callbacks) {
      if (!(callback instanceof OAuthBearerTokenCallback request)) {
        throw new UnsupportedCallbackException(callback);
      }
      try {
        AccessToken token =
            credential.getToken(new TokenRequestContext().addScopes(scope)).block(PATIENCE);
        if (token == null) {
          request.error("no_token", KafkaFaults.NO_TOKEN + "the identity gave none", null);
        } else {
          request.token(new EntraToken(token, scope));
        }
      } catch (RuntimeException e) {
        request.error("no_token", KafkaFaults.NO_TOKEN + e.getMessage(), null);
      }
    }
  }

  @Override
  public void close() {}
}
