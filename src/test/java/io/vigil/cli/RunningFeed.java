package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.Await;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A feed by its command line, on a free port, until it is closed. */
final class RunningFeed implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Thread thread;

  RunningFeed(Path settings, Map<String, String> environment, String... more) {
    List<String> line = new ArrayList<>();
    line.addAll(List.of("feed", "--config", settings.toString(), "--port", "0", "--json"));
    line.addAll(List.of(more));
    thread =
        new Thread(
            () ->
                Vigil.run(
                    new PrintWriter(out, true),
                    new PrintWriter(err, true),
                    environment::get,
                    line.toArray(String[]::new)));
    thread.start();
    Await.until(() -> out.toString().endsWith("\n") || !thread.isAlive());
    assertThat(err.toString()).isEmpty();
  }

  /** Signs in with what was printed; the session's cookie. */
  String enter() throws Exception {
    URI address = URI.create(JSON.readTree(out.toString()).path("url").asText());
    String token = address.getFragment().replace("token=", "");
    HttpResponse<Void> entered =
        HTTP.send(
            HttpRequest.newBuilder(address.resolve("/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}"))
                .build(),
            BodyHandlers.discarding());
    assertThat(entered.statusCode()).isEqualTo(204);
    return entered.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  /** Asks it as who has the session; the answer's JSON. */
  JsonNode ask(String session, String method, String path, String body) {
    try {
      URI address = URI.create(JSON.readTree(out.toString()).path("url").asText());
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve(path))
              .header("Cookie", session)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build();
      return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }

  /** Where its metrics are. */
  URI metrics() throws IOException {
    return URI.create(JSON.readTree(out.toString()).path("metrics").asText());
  }

  /** All that was printed. */
  String said() {
    return out.toString() + err;
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
