package io.vigil.feed.hook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of messages that behaves by plan, and checks signatures by code of its own. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch released = new CountDownLatch(1);
  private final Supplier<Behaviour> plan;
  private final List<Post> posts = new CopyOnWriteArrayList<>();

  /** What it does with a message. */
  enum Behaviour {
    ACCEPT,
    /** It takes the message, but its answer does not come back. */
    ACCEPT_AND_CUT,
    ACCEPT_AND_STALL,
    FAIL,
    BUSY,
    CUT,
    REDIRECT;

    boolean accepts() {
      return this == ACCEPT || this == ACCEPT_AND_CUT || this == ACCEPT_AND_STALL;
    }
  }

  /** What came. */
  record Post(String path, String id, String body, boolean signed, String type, Behaviour did) {}

  Receiver(Supplier<Behaviour> plan) throws IOException {
    this.plan = plan;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  static Receiver always(Behaviour behaviour) throws IOException {
    return new Receiver(() -> behaviour);
  }

  URI address(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  List<Post> posts() {
    return posts;
  }

  /** Lets all go on that it has kept waiting. */
  void release() {
    released.countDown();
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }

  private void take(HttpExchange exchange) {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Behaviour behaviour = plan.get();
      posts.add(
          new Post(
              exchange.getRequestURI().getPath(),
              header(exchange, "webhook-id"),
              body,
              isSigned(exchange, body),
              header(exchange, "content-type"),
              behaviour));
      answer(exchange, behaviour);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, Behaviour behaviour)
      throws IOException, InterruptedException {
    switch (behaviour) {
      case ACCEPT -> exchange.sendResponseHeaders(204, -1);
      case FAIL -> exchange.sendResponseHeaders(500, -1);
      case BUSY -> {
        exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(429, -1);
      }
      case REDIRECT -> {
        exchange.getResponseHeaders().set("Location", address("/elsewhere").toString());
        exchange.sendResponseHeaders(307, -1);
      }
      case ACCEPT_AND_STALL -> {
        released.await();
        exchange.sendResponseHeaders(204, -1);
      }
      // Closed without an answer, which is what closing the exchange does.
      case CUT, ACCEPT_AND_CUT -> {}
    }
  }

  private static boolean isSigned(HttpExchange exchange, String body) {
    String signed =
        header(exchange, "webhook-id") + "." + header(exchange, "webhook-timestamp") + "." + body;
    try {
      byte[] key = Base64.getDecoder().decode(Hooks.SECRET.reveal().substring("whsec_".length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String expected =
          Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
      return Arrays.asList(header(exchange, "webhook-signature").split(" "))
          .contains("v1," + expected);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }
}
