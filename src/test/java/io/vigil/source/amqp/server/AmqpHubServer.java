package io.vigil.source.amqp.server;

import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** An Event Hubs namespace on a free port of loopback, with faults on demand. */
public final class AmqpHubServer implements AutoCloseable {
  static final String TLS_NAMESPACE = "vigil-test.servicebus.windows.net";
  private static final String KEY_NAME = "RootManageSharedAccessKey";
  private static final String KEY = "dmlnaWwtdGVzdC1rZXktbm90LWEtc2VjcmV0";
  private static final Duration TICK = Duration.ofSeconds(5);

  private final EventLoop loop = new EventLoop();
  private final Namespace namespace = new Namespace();
  private final List<ServerConnection> connections = new ArrayList<>();
  private final ServerSocketChannel acceptor;
  private final SSLContext encryption;

  private AmqpHubServer(SSLContext encryption) {
    this.encryption = encryption;
    try {
      acceptor = ServerSocketChannel.open();
      acceptor.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      addKey(KEY_NAME, KEY, EnumSet.allOf(Right.class));
      run(() -> loop.register(acceptor, SelectionKey.OP_ACCEPT, this::accept));
      run(this::tick);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server without encryption, as Microsoft's emulator is. */
  public static AmqpHubServer start() {
    return new AmqpHubServer(null);
  }

  /**
   * A server with TLS, as the service has it.
   *
   * @param folder for its certificate, which only {@link #clientContext} trusts
   */
  public static AmqpHubServer startTls(Path folder) throws IOException {
    return new AmqpHubServer(Certificate.context(folder));
  }

  /** What a client must have as its default context to trust a server with TLS. */
  public SSLContext clientContext() {
    return encryption;
  }

  /** The port of loopback on which the server is. */
  public int port() {
    return acceptor.socket().getLocalPort();
  }

  /** The hub's address with the key that allows all. */
  public HubAddress address(String hub) {
    return address(hub, KEY_NAME, KEY);
  }

  /** The hub's address with another key. */
  public HubAddress address(String hub, String keyName, String key) {
    String keys = ";SharedAccessKeyName=" + keyName + ";SharedAccessKey=" + key;
    return encryption == null
        ? new HubAddress(
            "localhost",
            hub,
            "",
            Secret.of("Endpoint=sb://localhost:" + port() + keys + ";UseDevelopmentEmulator=true"))
        : new HubAddress(
            TLS_NAMESPACE,
            hub,
            "localhost:" + port(),
            Secret.of("Endpoint=sb://" + TLS_NAMESPACE + "/" + keys));
  }

  /** Adds a key that allows only this. */
  public void addKey(String name, String key, Set<Right> rights) {
    run(() -> namespace.keys().add(name, key, rights));
  }

  /** Believes this token of Entra ID. */
  public void trustToken(String token) {
    run(() -> namespace.keys().trust(token));
  }

  /** Creates a hub with the consumer groups {@code $Default} and {@code vigil}. */
  public void createHub(String hub, int partitions) {
    run(() -> namespace.addHub(new Hub(hub, partitions)));
  }

  /** Removes the hub and makes it anew, empty. */
  public void recreateHub(String hub, int partitions) {
    createHub(hub, partitions);
    dropConnections();
  }

  public void addGroup(String hub, String consumerGroup) {
    run(() -> namespace.hub(hub).addGroup(consumerGroup));
  }

  /** The hub has one partition more. */
  public void addPartition(String hub) {
    run(() -> namespace.hub(hub).addPartition());
  }

  /** Puts messages into a partition, as if they arrived now. */
  public void publish(String hub, int partition, byte[]... bodies) {
    publishAt(Instant.now(), hub, partition, bodies);
  }

  /** Puts messages into a partition with this time of arrival, or that of the one before. */
  public void publishAt(Instant enqueued, String hub, int partition, byte[]... bodies) {
    run(
        () -> {
          PartitionLog log = namespace.hub(hub).partition(Integer.toString(partition));
          for (byte[] body : bodies) {
            log.append(Messages.ofBody(body), enqueued);
          }
        });
  }

  /** What a partition holds now, the oldest first. */
  public List<StoredMessage> messages(String hub, int partition) {
    return loop.call(() -> namespace.hub(hub).partition(Integer.toString(partition)).messages());
  }

  /** Lets all messages before this sequence number expire. */
  public void retain(String hub, int partition, long firstSequence) {
    run(() -> namespace.hub(hub).partition(Integer.toString(partition)).dropBefore(firstSequence));
  }

  /** How large a message or batch may be on links opened from now on: 1 MiB at first, in bytes. */
  public void limitMessages(int bytes) {
    run(() -> namespace.setMaxMessageBytes(bytes));
  }

  /** Closes every connection without a word. */
  public void dropConnections() {
    run(() -> List.copyOf(connections).forEach(ServerConnection::drop));
  }

  /** Delivers so many messages more, then drops the connection that the next would go to. */
  public void dropConnectionAfter(long messages) {
    run(() -> namespace.faults().dropAfter = messages);
  }

  /** Detaches all readers of all hubs with this error, such as {@code amqp:link:detach-forced}. */
  public void detachReaders(String condition, String description) {
    run(
        () ->
            namespace
                .hubs()
                .forEach(
                    hub ->
                        hub.partitions()
                            .forEach(
                                log -> log.readers().detach(new Refused(condition, description)))));
  }

  /** Refuses the next so many tokens, good ones too. */
  public void refuseTokens(int times) {
    run(() -> namespace.faults().tokensToRefuse = times);
  }

  /** Answers the next so many sends by {@code server-busy}. */
  public void refuseSends(int times) {
    run(() -> namespace.faults().sendsToRefuse = times);
  }

  /** Stores what comes by the next so many sends, but drops the connection instead of saying so. */
  public void loseAcknowledgements(int times) {
    run(() -> namespace.faults().acknowledgementsToLose = times);
  }

  /** Takes this much longer for whatever clients send; zero for no longer. */
  public void delay(Duration delay) {
    run(() -> namespace.faults().delay = delay);
  }

  /** What happened so far. */
  public Counters counters() {
    return loop.call(() -> namespace.tally().toCounters());
  }

  private void accept() {
    try {
      SocketChannel channel = acceptor.accept();
      if (channel != null) {
        channel.socket().setTcpNoDelay(true);
        namespace.tally().connections++;
        namespace.tally().openConnections++;
        ServerConnection[] self = new ServerConnection[1];
        self[0] = new ServerConnection(loop, channel, encryption, namespace, () -> gone(self[0]));
        connections.add(self[0]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void gone(ServerConnection connection) {
    connections.remove(connection);
    namespace.tally().openConnections--;
  }

  private void tick() {
    connections.forEach(ServerConnection::tick);
    loop.postLater(TICK, this::tick);
  }

  /** A step that may be refused, such as for a hub that is not there. */
  private interface Step {
    void run() throws Exception;
  }

  private void run(Step step) {
    loop.call(
        () -> {
          step.run();
          return null;
        });
  }

  /** Drops all connections and stops; throws what went wrong inside the server, if anything did. */
  @Override
  public void close() {
    if (!acceptor.isOpen()) {
      return;
    }
    dropConnections();
    try {
      acceptor.close();
      loop.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
