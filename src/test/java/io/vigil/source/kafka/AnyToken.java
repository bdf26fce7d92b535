package io.vigil.source.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.credential.AccessToken;
import java.time.OffsetDateTime;
import java.util.Base64;
import reactor.core.publisher.Mono;

/** Logs in with a token that nobody signed, which is enough for the tests' broker. */
public final class AnyToken extends EntraLogin {

  /** Called by the Kafka client. */
  public AnyToken() {
    super(
        request -> {
          OffsetDateTime end = OffsetDateTime.now().plusHours(1);
          return Mono.just(new AccessToken(token(end), end));
        });
  }

  private static String token(OffsetDateTime end) {
    String claims =
        "{\"sub\":\"job\",\"iat\":%d,\"exp\":%d}"
            .formatted(OffsetDateTime.now().toEpochSecond() - 1, end.toEpochSecond());
    return encoded("{\"alg\":\"none\"}") + "." + encoded(claims) + ".";
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
