package io.vigil.source.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * The tests' broker as a process of its own, so that it can be killed: started again on its folder
 * it is the same broker, with the same ports and what it kept.
 */
public final class KafkaBrokerMain {
  /** What a broker is known by: the ports of its listeners and the key of its connection string. */
  private static final String PLACE = "place.properties";

  /** Appears in the folder once clients are let in; what is in it says how. */
  private static final String READY = "ready.properties";

  /**
   * How a broker that runs is reached.
   *
   * @param inside where a client is let in without a word
   * @param connectionString for clients who come by the door
   */
  public record Reached(String inside, String connectionString) {

    /** How the broker of a folder is reached; null as long as it is not. */
    public static Reached in(Path folder) throws IOException {
      if (!Files.exists(folder.resolve(READY))) {
        return null;
      }
      Properties said = read(folder.resolve(READY));
      return new Reached(said.getProperty("inside"), said.getProperty("connectionString"));
    }

    /** Forgets what a broker that is dead said. */
    public static void forget(Path folder) throws IOException {
      Files.deleteIfExists(folder.resolve(READY));
    }
  }

  /**
   * @param arguments the folder, and the port of the door that clients come by
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int door = Integer.parseInt(arguments[1]);
    Properties place = place(folder);
    Map<BrokerPorts.Listener, Integer> ports = new EnumMap<>(BrokerPorts.Listener.class);
    for (BrokerPorts.Listener listener : BrokerPorts.Listener.values()) {
      ports.put(listener, Integer.valueOf(place.getProperty(listener.name())));
    }
    BrokerPorts known = new BrokerPorts(ports);
    KafkaBroker broker = KafkaBroker.start(folder, known, door, place.getProperty("key"));
    Properties ready = new Properties();
    ready.setProperty("inside", broker.inside());
    ready.setProperty("connectionString", broker.connectionString());
    write(ready, folder.resolve(READY));
  }

  /** The port that the broker of a folder opens for those who have a connection string. */
  public static int plainPort(Path folder) throws IOException {
    return Integer.parseInt(place(folder).getProperty(BrokerPorts.Listener.PLAIN.name()));
  }

  private static Properties place(Path folder) throws IOException {
    Path file = folder.resolve(PLACE);
    if (!Files.exists(file)) {
      Properties place = new Properties();
      BrokerPorts.free()
          .of()
          .forEach((listener, port) -> place.setProperty(listener.name(), String.valueOf(port)));
      place.setProperty("key", KafkaBroker.newKey());
      write(place, file);
    }
    return read(file);
  }

  private static Properties read(Path file) throws IOException {
    Properties read = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      read.load(in);
    }
    return read;
  }

  private static void write(Properties written, Path file) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(whole)) {
      written.store(out, null);
    }
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private KafkaBrokerMain() {}
}
