package io.vigil.store.cosmos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A port of the loopback on which TLS is spoken with a certificate that nobody trusts. */
final class SelfSigned implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  private final SSLServerSocket listening;

  SelfSigned(Path folder) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var file = Files.newInputStream(make(folder.resolve("keys.p12")))) {
      keys.load(file, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    listening =
        (SSLServerSocket)
            tls.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "self-signed");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try (Socket one = listening.accept()) {
        one.getInputStream().read();
      } catch (IOException theHandshakeFailedOrWeAreClosed) {
        // The next one may come.
      }
    }
  }

  private static Path make(Path file) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "vigil",
                "-keyalg",
                "EC",
                "-dname",
                "CN=vigil",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(file.resolveSibling("keytool.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(file.resolveSibling("keytool.log")));
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
