package io.vigil.source.amqp.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.SslDomain;
import org.apache.qpid.proton.engine.Transport;
import org.apache.qpid.proton.engine.TransportException;

/** One client's connection: moves bytes between its socket and the protocol engine. */
final class ServerConnection {
  private static final int MAX_FRAME_BYTES = 65_536;

  /** What a client begins TLS with. */
  private static final byte HANDSHAKE = 0x16;

  /** TLS 1.2: fatal, unexpected message. */
  private static final byte[] ALERT = {0x15, 3, 3, 0, 2, 2, 10};

  private final EventLoop loop;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final Transport transport = Proton.transport();
  private final EngineEvents events;
  private final Faults faults;
  private final Runnable whenClosed;
  private boolean wantsHandshake;
  private boolean woken;
  private boolean closed;

  /**
   * @param encryption or null for none
   */
  ServerConnection(
      EventLoop loop,
      SocketChannel channel,
      SSLContext encryption,
      Namespace namespace,
      Runnable whenClosed)
      throws IOException {
    this.loop = loop;
    this.channel = channel;
    this.faults = namespace.faults();
    this.whenClosed = whenClosed;
    Connection engine = Proton.connection();
    events = new EngineEvents(engine, namespace, this);
    transport.setMaxFrameSize(MAX_FRAME_BYTES);
    Sasl sasl = transport.sasl();
    sasl.server();
    sasl.setMechanisms("ANONYMOUS", "MSSBCBS", "PLAIN");
    sasl.setListener(new AnyoneMayEnter());
    // After SASL: each layer goes around those before it.
    if (encryption != null) {
      wantsHandshake = true;
      SslDomain domain = Proton.sslDomain();
      domain.init(SslDomain.Mode.SERVER);
      domain.setSslContext(encryption);
      transport.ssl(domain);
    }
    transport.bind(engine);
    key = loop.register(channel, SelectionKey.OP_READ, this::ready);
  }

  private void ready() {
    guarded(this::readAndPump);
  }

  private void readAndPump() throws IOException {
    if (key.isValid() && key.isReadable()) {
      if (faults.delay.isZero()) {
        read();
      } else {
        key.interestOpsAnd(~SelectionKey.OP_READ);
        loop.postLater(faults.delay, () -> guarded(this::readLate));
      }
    }
    pump();
  }

  private void readLate() throws IOException {
    if (!closed) {
      read();
      key.interestOpsOr(SelectionKey.OP_READ);
      pump();
    }
  }

  private void read() throws IOException {
    if (transport.capacity() < 0) {
      drop();
      return;
    }
    ByteBuffer tail = transport.tail();
    int start = tail.position();
    int read = channel.read(tail);
    if (read < 0) {
      drop();
    } else if (read > 0 && wantsHandshake && tail.get(start) != HANDSHAKE) {
      // The engine would answer in plain text, a TLS server does not.
      channel.write(ByteBuffer.wrap(ALERT));
      drop();
    } else {
      wantsHandshake &= read == 0;
      transport.process();
    }
  }

  /** Lets this connection send what has become possible to send, soon. */
  void wake() {
    if (!woken && !closed) {
      woken = true;
      loop.post(
          () -> {
            woken = false;
            guarded(this::pump);
          });
    }
  }

  /** Keeps the client from giving up a connection on which nothing happens. */
  void tick() {
    if (!closed) {
      transport.tick(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
      wake();
    }
  }

  private void pump() throws IOException {
    boolean more = !closed;
    while (more && !closed) {
      events.dispatch();
      boolean filled = events.fill();
      boolean drained = !closed && write();
      more = drained && (filled || events.isPending());
    }
  }

  /** Whether all could be written. */
  private boolean write() throws IOException {
    int pending = transport.pending();
    while (pending > 0) {
      int written = channel.write(transport.head());
      if (written == 0) {
        key.interestOpsOr(SelectionKey.OP_WRITE);
        return false;
      }
      transport.pop(written);
      pending = transport.pending();
    }
    if (pending < 0) {
      drop();
      return false;
    }
    key.interestOpsAnd(~SelectionKey.OP_WRITE);
    return true;
  }

  private interface Step {
    void run() throws IOException;
  }

  private void guarded(Step step) {
    try {
      step.run();
    } catch (IOException | TransportException e) {
      // The client has gone, or speaks something else.
      drop();
    } catch (RuntimeException e) {
      drop();
      throw e;
    }
  }

  /** Closes the socket without a word. */
  void drop() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone, as was wanted.
    }
    events.closed();
    whenClosed.run();
  }
}
