package io.vigil.model.blob.server;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who may come in: who signs with the account's key, or bears the signature. */
final class Access {
  static final String ACCOUNT = "vigil";
  static final String SIGNATURE = "sv=2025-01-05&sp=rcl&sig=no-secret";

  private static final String KEY =
      Base64.getEncoder()
          .encodeToString("a key of the tests' own server".getBytes(StandardCharsets.UTF_8));

  static final String CONNECTION_STRING =
      "DefaultEndpointsProtocol=http;AccountName=%s;AccountKey=%s".formatted(ACCOUNT, KEY);

  private final StorageSharedKeyCredential credential =
      new StorageSharedKeyCredential(ACCOUNT, KEY);

  boolean letsIn(HttpExchange exchange, String container) throws IOException {
    URI asked = exchange.getRequestURI();
    if ("no-secret".equals(Listing.query(asked).get("sig"))) {
      return true;
    }
    String sent = exchange.getRequestHeaders().getFirst("Authorization");
    if (sent == null) {
      return false;
    }
    HttpHeaders headers = new HttpHeaders();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.set(HttpHeaderName.fromString(name), values));
    return sent.equals(
        credential.generateAuthorizationHeader(
            URI.create(container).resolve(asked).toURL(),
            exchange.getRequestMethod(),
            headers,
            false));
  }
}
