import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches the Maven named in maven-wrapper.properties and unpacks it; run by mvnw with nothing but a
 * JDK. The repository is MVNW_REPOURL where that is set, and the public one of the group otherwise.
 */
public final class FetchMaven {
  public static void main(String[] args) throws Exception {
    Properties wanted = new Properties();
    try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
      wanted.load(in);
    }
    Path home = Path.of(args[1]);
    String group = wanted.getProperty("groupId");
    String artifact = wanted.getProperty("artifactId");
    String version = wanted.getProperty("version");
    String name = artifact + "-" + version;
    String source =
        repository(group) + "/" + group.replace('.', '/') + "/" + artifact + "/" + version + "/"
            + name + "-bin.zip";

    Files.createDirectories(home.getParent());
    Path work = Files.createTempDirectory(home.getParent(), name);
    try {
      Path zip = work.resolve("maven.zip");
      download(source, zip);
      String seen = sha512(zip);
      if (!seen.equals(wanted.getProperty("sha512"))) {
        throw new IOException(name + " has SHA-512 " + seen + ", expected "
            + wanted.getProperty("sha512") + "; nothing was installed");
      }
      unpack(zip, work);
      Files.move(work.resolve(name), home, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(work);
    }
  }

  private static String repository(String group) {
    String given = System.getenv("MVNW_REPOURL");
    if (given != null && !given.isBlank()) {
      return given.strip().replaceAll("/+$", "");
    }
    List<String> domain = new ArrayList<>(List.of(group.split("\\.")));
    Collections.reverse(domain);
    return "https://repo." + String.join(".", domain) + "/maven2";
  }

  private static void download(String source, Path target) throws Exception {
    IOException last = null;
    for (int attempt = 1; attempt <= 3; attempt++) {
      try (InputStream in = URI.create(source).toURL().openStream()) {
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        return;
      } catch (IOException e) {
        last = e;
        Thread.sleep(1000L * attempt);
      }
    }
    throw new IOException("Maven could not be fetched in 3 attempts; set MVNW_REPOURL to a repository "
        + "that this machine reaches", last);
  }

  private static String sha512(Path file) throws Exception {
    return HexFormat.of().formatHex(
        MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
  }

  private static void unpack(Path zip, Path into) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
        Path to = into.resolve(entry.getName()).normalize();
        if (!to.startsWith(into)) {
          throw new IOException("The archive holds a path outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(to.getParent());
          Files.copy(in, to);
          if (to.getParent().endsWith("bin")) {
            to.toFile().setExecutable(true);
          }
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Collections.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
