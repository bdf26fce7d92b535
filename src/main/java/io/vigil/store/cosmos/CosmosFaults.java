package io.vigil.store.cosmos;

import com.azure.cosmos.CosmosException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Says of what went wrong with Cosmos DB, in one line, what came back and what to do. */
public final class CosmosFaults {
  private static final int LONGEST = 300;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /**
   * What came back, and what to do.
   *
   * @param cameBack in one line, without secrets
   * @param advice in one line
   */
  record Explained(String cameBack, String advice) {}

  /** What came back and what to do, in one line without secrets. */
  public static String explain(Throwable thrown, CosmosAccount account) {
    Explained explained = explained(thrown, account);
    return explained.cameBack() + "; " + explained.advice();
  }

  static Explained explained(Throwable thrown, CosmosAccount account) {
    Explained plain = byCause(causes(thrown), account);
    return new Explained(hide(plain.cameBack(), account), plain.advice());
  }

  /** The first line of what an error says of itself. */
  static String line(Throwable error) {
    String message =
        error instanceof CosmosException refused ? refused.getShortMessage() : error.getMessage();
    String line = SPACE.matcher(message == null ? "" : message).replaceAll(" ").strip();
    String text = line.isEmpty() ? error.getClass().getSimpleName() : line;
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  private static Explained byCause(List<Throwable> causes, CosmosAccount account) {
    String endpoint = account.endpoint();
    if (has(causes, UnknownHostException.class)) {
      return new Explained("the host is not known", "check the endpoint " + endpoint);
    }
    if (has(causes, ProtocolException.class)) {
      boolean tls = endpoint.startsWith("https:");
      return new Explained(
          line(first(causes, ProtocolException.class)),
          "change the endpoint to %s if that is meant, or check its port"
              .formatted(
                  tls ? endpoint.replaceFirst("https", "http") : "https" + endpoint.substring(4)));
    }
    if (has(causes, SSLException.class)) {
      return new Explained(
          "TLS was refused: " + line(first(causes, SSLException.class)),
          "check that the certificate of " + endpoint + " is trusted on this machine");
    }
    if (has(causes, SocketTimeoutException.class)) {
      return new Explained(
          "no answer in time", "check the endpoint " + endpoint + ", and the network to it");
    }
    if (has(causes, ConnectException.class)) {
      return new Explained(
          "the connection was refused",
          "check the endpoint " + endpoint + ", the account's firewall and the network");
    }
    if (hasName(causes, "CredentialUnavailableException", "ClientAuthenticationException")) {
      return new Explained(
          "no identity could sign in: " + line(causes.get(causes.size() - 1)),
          "sign in (az login, managed identity, AZURE_* in the environment) or set cosmos.key");
    }
    if (first(causes, CosmosException.class) instanceof CosmosException refused) {
      return answered(refused, causes, account);
    }
    if (has(causes, TimeoutException.class)) {
      return new Explained(
          "no answer in time", "check the endpoint " + endpoint + ", and the network to it");
    }
    if (has(causes, IllegalArgumentException.class)) {
      return new Explained(
          line(first(causes, IllegalArgumentException.class)),
          "check that the endpoint is a URL, and the key the whole base 64 text that the portal shows");
    }
    return new Explained(line(causes.get(causes.size() - 1)), "check the endpoint " + endpoint);
  }

  private static Explained answered(
      CosmosException refused, List<Throwable> causes, CosmosAccount account) {
    CosmosAnswer answer =
        CosmosAnswer.of(Step.CREATE, refused.getStatusCode(), refused.getSubStatusCode());
    String status = ServerReply.of(refused).statusText();
    String said = line(answer == CosmosAnswer.LOST ? causes.get(causes.size() - 1) : refused);
    return new Explained("%s, %s (%s)".formatted(status, answer.reason(), said), answer.advice());
  }

  private static String hide(String text, CosmosAccount account) {
    return account.key().isSet() ? text.replace(account.key().reveal(), "(secret)") : text;
  }

  private static List<Throwable> causes(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable one = thrown; one != null && seen.add(one); one = one.getCause()) {
      causes.add(one);
    }
    return causes;
  }

  private static Throwable first(List<Throwable> causes, Class<? extends Throwable> type) {
    return causes.stream().filter(type::isInstance).findFirst().orElse(null);
  }

  private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
    return first(causes, type) != null;
  }

  private static boolean hasName(List<Throwable> causes, String... names) {
    return causes.stream().anyMatch(one -> List.of(names).contains(one.getClass().getSimpleName()));
  }

  private CosmosFaults() {}
}
