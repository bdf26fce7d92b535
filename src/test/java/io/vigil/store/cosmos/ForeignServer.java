package io.vigil.store.cosmos;

import io.vigil.store.cosmos.server.NodePackages;
import io.vigil.store.cosmos.server.PlainHttp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * {@code @vercel/cosmosdb-server} on a free port: a Cosmos DB server not of our making. It serves
 * single documents, and neither bulk nor the Java client's queries nor changes.
 */
final class ForeignServer implements AutoCloseable {
  /** The key that Microsoft's emulators have; it is public. */
  static final String KEY =
      "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==";

  static {
    PlainHttp.allow();
  }

  private final Process process;
  private final int port;

  private ForeignServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it, or skips the test with a word why. */
  static ForeignServer startOrSkip() {
    Path folder = NodePackages.installOrSkip("cosmosdb-server");
    try {
      int port = freePort();
      Process process =
          new ProcessBuilder(
                  "node",
                  "node_modules/@vercel/cosmosdb-server/lib/cli.js",
                  "-p",
                  "" + port,
                  "--host",
                  "127.0.0.1",
                  "--no-ssl")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      awaitReady(process);
      return new ForeignServer(process, port);
    } catch (IOException e) {
      throw new UncheckedIOException("The server in " + folder + " did not start", e);
    }
  }

  String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  /** Reads on for ever, so that the server never waits for its output to be read. */
  private static void awaitReady(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.contains("Ready")) {
        Thread drain = new Thread(() -> output.lines().forEach(unread -> {}), "cosmosdb-server");
        drain.setDaemon(true);
        drain.start();
        return;
      }
    }
    throw new IOException(said.toString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
