package io.vigil.feed.access.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** As much of a browser as signing in needs: cookies, one hop at a time. */
final class Browser {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String feed;
  final Map<String, String> cookies = new LinkedHashMap<>();

  Browser(TestFeed feed) {
    this(feed.address());
  }

  /**
   * @param feed its address, without a slash at the end
   */
  Browser(String feed) {
    this.feed = feed;
  }

  HttpResponse<String> get(String address, String... headers) {
    return send(request(address, headers).GET());
  }

  HttpResponse<String> post(String address, String body, String... headers) {
    return send(request(address, headers).POST(BodyPublishers.ofString(body)));
  }

  /** Asks with a bearer token. */
  HttpResponse<String> bearer(String address, String token) {
    return get(address, "Authorization", "Bearer " + token);
  }

  /** Signs in, and answers with what the feed said to who came back from the provider. */
  HttpResponse<String> signIn() {
    return get(comeBack());
  }

  /** Goes to the provider, and answers with the address that it sends people back to. */
  String comeBack() {
    return location(get(location(get("/login"))));
  }

  /** What a page of ours sends along. */
  String[] asPage() {
    return new String[] {
      "Origin", TestFeed.PUBLIC, Sessions.PROOF_HEADER, cookies.getOrDefault(Cookies.PROOF, "")
    };
  }

  static String location(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Location")
        .orElseThrow(
            () ->
                new AssertionError(response.statusCode() + " without a place: " + response.body()));
  }

  private HttpRequest.Builder request(String address, String... headers) {
    String at = address.startsWith("/") ? TestFeed.PUBLIC + address : address;
    boolean ours = at.startsWith(TestFeed.PUBLIC + "/");
    String there = ours ? feed + at.substring(TestFeed.PUBLIC.length()) : at;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(there)).timeout(Duration.ofSeconds(60));
    if (ours && !cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      for (String set : response.headers().allValues("Set-Cookie")) {
        String[] cookie = set.split(";")[0].split("=", 2);
        if (cookie[1].isEmpty()) {
          cookies.remove(cookie[0]);
        } else {
          cookies.put(cookie[0], cookie[1]);
        }
      }
      return response;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("No answer", e);
    }
  }
}
