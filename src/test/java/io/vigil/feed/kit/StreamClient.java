package io.vigil.feed.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * What a browser's {@code EventSource} does: follows a stream, and comes back with the last id
 * after any break, until it is closed.
 */
public final class StreamClient implements AutoCloseable {
  /**
   * For the first words. A server that stops may take a connection in and forget it: with a process
   * that ends it would be closed, but this one goes on.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final String who;
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "stream-client");
  private volatile boolean closed;
  private volatile InputStream body;
  private volatile String last;
  private volatile boolean begun;

  /**
   * @param after where to begin; null for now
   */
  public StreamClient(int port, String who, String after) {
    this.address = URI.create("http://127.0.0.1:" + port + "/v1/stream");
    this.who = who;
    this.last = after;
    thread.setDaemon(true);
    thread.start();
  }

  /** An event: its id, what it is, what it says, and when it was here. */
  public record Told(String id, String event, String json, Instant at) {}

  /** All events so far, with those of the stream itself. */
  public List<Told> told() {
    return told;
  }

  /** The data of the events of a kind. */
  public List<String> of(String event) {
    return told.stream().filter(one -> one.event().equals(event)).map(Told::json).toList();
  }

  /** Whether it was connected once. */
  public boolean begun() {
    return begun;
  }

  private void run() {
    while (!closed) {
      try {
        follow();
      } catch (IOException | InterruptedException broken) {
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  private void follow() throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).header(Feeds.WHO, who).timeout(PATIENCE);
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
    body = answer.body();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String id = last;
      String event = "";
      String json = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          // As in a browser: what did not arrive whole was not told.
          if (!event.isEmpty()) {
            last = id;
            told.add(new Told(id, event, json, Instant.now()));
            begun = true;
          }
          event = "";
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ")) {
          json = line.substring(6);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    InputStream open = body;
    if (open != null) {
      open.close();
    }
  }
}
