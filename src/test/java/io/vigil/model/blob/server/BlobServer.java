package io.vigil.model.blob.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An account of Azure Blob Storage with one container, on a free port of the loopback, in memory,
 * for tests. Served: list (with prefix, in pages), get, delete, and put of a block blob, also only
 * where there is none; keys and signatures are checked. Nothing else is.
 */
public final class BlobServer implements AutoCloseable {
  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool(BlobServer::daemon);
  private final ConcurrentSkipListMap<String, byte[]> blobs = new ConcurrentSkipListMap<>();
  private final Access access = new Access();
  private final AtomicInteger puts = new AtomicInteger();
  private final Set<String> methods = ConcurrentHashMap.newKeySet();
  private volatile Answer always;

  private BlobServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
    http.createContext("/", this::handle);
    http.setExecutor(threads);
    http.start();
  }

  /** Starts one. */
  public static BlobServer start() {
    try {
      return new BlobServer();
    } catch (IOException e) {
      throw new UncheckedIOException("No port of the loopback could be bound", e);
    }
  }

  /** The address of the container. */
  public String container() {
    return "http://127.0.0.1:%d/%s/models".formatted(http.getAddress().getPort(), Access.ACCOUNT);
  }

  /** What lets one in. */
  public String connectionString() {
    return Access.CONNECTION_STRING;
  }

  /** What also lets one in. */
  public String signature() {
    return Access.SIGNATURE;
  }

  /** From now on every request is answered so. */
  public void answerAlways(int status, String code) {
    always = Answer.error(status, code);
  }

  /** How many blobs were asked to be put, in vain or not. */
  public int puts() {
    return puts.get();
  }

  /** By which methods something was asked. */
  public Set<String> methods() {
    return Set.copyOf(methods);
  }

  /** Forgets what was asked until now. */
  public void forgetMethods() {
    methods.clear();
  }

  /** The names of all blobs, in order. */
  public Iterable<String> names() {
    return blobs.keySet();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      answer(exchange, body).to(exchange);
    }
  }

  private Answer answer(HttpExchange exchange, byte[] body) throws IOException {
    methods.add(exchange.getRequestMethod());
    if (always != null) {
      return always;
    }
    if (!access.letsIn(exchange, container())) {
      return Answer.error(403, "AuthenticationFailed");
    }
    String path = exchange.getRequestURI().getPath();
    String root = "/" + Access.ACCOUNT + "/models";
    if (path.equals(root)) {
      return Listing.of(blobs, exchange.getRequestURI());
    }
    if (!path.startsWith(root + "/")) {
      return Answer.error(404, "ContainerNotFound");
    }
    String name = path.substring(root.length() + 1);
    return switch (exchange.getRequestMethod()) {
      case "PUT" -> put(name, exchange.getRequestHeaders().getFirst("If-None-Match"), body);
      case "GET" -> get(name);
      case "DELETE" -> delete(name);
      default -> Answer.error(405, "UnsupportedHttpVerb");
    };
  }

  private Answer put(String name, String condition, byte[] body) {
    puts.incrementAndGet();
    if (!"*".equals(condition)) {
      blobs.put(name, body);
      return Answer.created();
    }
    return blobs.putIfAbsent(name, body) == null
        ? Answer.created()
        : Answer.error(409, "BlobAlreadyExists");
  }

  private Answer delete(String name) {
    return blobs.remove(name) == null ? Answer.error(404, "BlobNotFound") : Answer.accepted();
  }

  private Answer get(String name) {
    byte[] blob = blobs.get(name);
    return blob == null ? Answer.error(404, "BlobNotFound") : Answer.blob(blob);
  }

  /** What a request names {@code text} as, in UTF-8. */
  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "blob-server");
    thread.setDaemon(true);
    return thread;
  }
}
