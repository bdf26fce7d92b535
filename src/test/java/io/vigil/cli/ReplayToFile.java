package io.vigil.cli;

import io.vigil.publish.Publisher;
import io.vigil.publish.PublisherFactory;
import io.vigil.settings.Secret;
import io.vigil.settings.Settings;
import io.vigil.source.HubAddress;
import io.vigil.source.HubProtocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** A process whose hub is a file: what is not flushed is lost with it. */
public final class ReplayToFile {

  /** The file, and then the command line. */
  public static void main(String[] args) {
    Path hub = Path.of(args[0]);
    CommandLine cli = Vigil.commandLine();
    ReplayCommand replay = cli.getSubcommands().get("replay").getCommand();
    replay.access = new Access(hub);
    System.exit(cli.execute(Arrays.copyOfRange(args, 1, args.length)));
  }

  /** Beside the file: made as soon as something was handed over. */
  static Path begun(Path hub) {
    return hub.resolveSibling("begun");
  }

  private record Access(Path hub) implements HubAccess {
    @Override
    public HubProtocol protocol(Settings settings) {
      return HubProtocol.AMQP;
    }

    @Override
    public HubAddress address(Settings settings, String name) {
      return new HubAddress("ns", name, "", Secret.NONE);
    }

    @Override
    public PublisherFactory publishers() {
      return (protocol, address) -> new FilePublisher(hub);
    }
  }

  private static final class FilePublisher implements Publisher {
    private final Path hub;
    private final List<String> underWay = new ArrayList<>();

    FilePublisher(Path hub) {
      this.hub = hub;
    }

    @Override
    public void send(String participantId, byte[] payload) {
      underWay.add(new String(payload, StandardCharsets.UTF_8));
      try {
        Files.writeString(begun(hub), "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void flush() {
      try {
        Files.write(hub, underWay, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      underWay.clear();
    }

    @Override
    public void close() {}
  }

  private ReplayToFile() {}
}
