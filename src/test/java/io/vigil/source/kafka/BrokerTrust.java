package io.vigil.source.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for {@code localhost} that signs itself and is made anew for each broker.
 *
 * @param store holds key and certificate
 */
record BrokerTrust(Path store) {
  private static final String PASSWORD = "tests-only";

  /** Makes one by the keytool that comes with Java, unless the folder has one. */
  static BrokerTrust make(Path folder) throws IOException {
    Path store = folder.resolve("tls.p12");
    if (Files.exists(store)) {
      return new BrokerTrust(store);
    }
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(
            "keytool made no certificate: " + Files.readString(folder.resolve("keytool.log")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while keytool ran", e);
    } finally {
      process.destroy();
    }
    return new BrokerTrust(store);
  }

  /** What the broker is told, to show the certificate. */
  Map<String, String> ofBroker() {
    return Map.of(
        "ssl.keystore.location",
        store.toString(),
        "ssl.keystore.type",
        "PKCS12",
        "ssl.keystore.password",
        PASSWORD);
  }

  /** What a client is told, to trust the certificate. */
  Map<String, String> ofClient() {
    return Map.of(
        "ssl.truststore.location",
        store.toString(),
        "ssl.truststore.type",
        "PKCS12",
        "ssl.truststore.password",
        PASSWORD);
  }

  /** Sockets that trust the certificate. */
  SSLSocketFactory sockets() {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore certificates = KeyStore.getInstance("PKCS12");
      certificates.load(in, PASSWORD.toCharArray());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(certificates);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The tests' certificate cannot be read", e);
    }
  }
}
