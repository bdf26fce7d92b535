package io.vigil.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerTokenCallback;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class EntraLoginTest {
  private static final String SCOPE = "https://vigil-ns.servicebus.windows.net/.default";
  private static final OffsetDateTime END = OffsetDateTime.parse("2026-01-05T10:00:00Z");

  @Test
  void asksForTheNamespaceAndHandsTheTokenOn() throws Exception {
    AtomicReference<List<String>> asked = new AtomicReference<>();
    OAuthBearerTokenCallback answered =
        ask(
            request -> {
              asked.set(request.getScopes());
              return Mono.just(new AccessToken("secret-token", END));
            });
    assertThat(asked.get()).containsExactly(SCOPE);
    assertThat(answered.token().value()).isEqualTo("secret-token");
    assertThat(answered.token().lifetimeMs()).isEqualTo(END.toInstant().toEpochMilli());
    assertThat(answered.token().scope()).containsExactly(SCOPE);
    assertThat(answered.token().toString()).doesNotContain("secret-token");
  }

  @Test
  void saysWhyThereIsNoToken() throws Exception {
    TokenCredential nobody =
        request -> Mono.error(new ClientAuthenticationException("no identity here", null));
    OAuthBearerTokenCallback answered = ask(nobody);
    assertThat(answered.token()).isNull();
    assertThat(answered.errorDescription()).isEqualTo("No token of Entra ID: no identity here");
    assertThat(ask(request -> Mono.empty()).errorDescription()).contains("the identity gave none");
  }

  /** The words come through the client, which throws others' exceptions away. */
  @Test
  void theClientsFailureIsExplained() {
    HubAddress hub =
        new HubAddress("vigil-ns.servicebus.windows.net", "sensors", "localhost:1", Secret.NONE);
    var settings = KafkaConnection.to(hub);
    settings.put("sasl.login.callback.handler.class", Nobody.class.getName());
    assertThatThrownBy(() -> Admin.create(settings).close())
        .satisfies(
            failure ->
                assertThat(KafkaFaults.explain(failure, hub))
                    .isEqualTo(
                        "Event Hubs (kafka) vigil-ns.servicebus.windows.net/sensors:"
                            + " Entra ID gave no token (LoginException: No token of Entra ID:"
                            + " no identity here); give this machine an identity with the role"
                            + " Azure Event Hubs Data Receiver (to send: Data Sender),"
                            + " or set a connection string"));
  }

  @Test
  void refusesQuestionsThatAreNotForTokens() {
    EntraLogin login = new EntraLogin(request -> Mono.empty());
    assertThatThrownBy(() -> login.handle(new Callback[] {new NameCallback("who")}))
        .isInstanceOf(UnsupportedCallbackException.class);
  }

  /** One whom no identity is given to; its class is named to the client. */
  public static final class Nobody extends EntraLogin {
    public Nobody() {
      super(request -> Mono.error(new ClientAuthenticationException("no identity here", null)));
    }
  }

  private static OAuthBearerTokenCallback ask(TokenCredential credential) throws Exception {
    EntraLogin login = new EntraLogin(credential);
    login.configure(
        Map.of(),
        "OAUTHBEARER",
        List.of(
            new AppConfigurationEntry(
                "module", LoginModuleControlFlag.REQUIRED, Map.of("scope", SCOPE))));
    OAuthBearerTokenCallback request = new OAuthBearerTokenCallback();
    login.handle(new Callback[] {request});
    return request;
  }
}
