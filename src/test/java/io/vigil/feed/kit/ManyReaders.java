package io.vigil.feed.kit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Many readers of the stream on one thread, each of which checks that no number is missing. */
public final class ManyReaders implements AutoCloseable {
  private static final int BUFFER = 256 << 10;

  private final Selector selector = Selector.open();
  private final List<Reader> readers = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  public ManyReaders(int port, int count) throws IOException {
    byte[] request =
        "GET /v1/stream?after=0 HTTP/1.1\r\nHost: localhost\r\nX-Who: admin\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < count; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.write(ByteBuffer.wrap(request));
      channel.configureBlocking(false);
      Reader reader = new Reader();
      readers.add(reader);
      channel.register(selector, SelectionKey.OP_READ, reader);
    }
  }

  /** Reads until something is so. */
  public void readUntil(BooleanSupplier so) throws IOException {
    while (!so.getAsBoolean()) {
      selector.select(50);
      for (SelectionKey key : selector.selectedKeys()) {
        buffer.clear();
        int read = ((SocketChannel) key.channel()).read(buffer);
        if (read < 0) {
          key.cancel();
          ((Reader) key.attachment()).fault = "closed";
        } else {
          buffer.flip();
          ((Reader) key.attachment()).take(buffer);
        }
      }
      selector.selectedKeys().clear();
    }
  }

  /** The number of the last event of the one who is furthest behind. */
  public long least() {
    return readers.stream().mapToLong(reader -> reader.last).min().orElse(0);
  }

  /** How many bytes all have read. */
  public long bytes() {
    return readers.stream().mapToLong(reader -> reader.bytes).sum();
  }

  /** What went wrong with each of them; empty where nothing did. */
  public List<String> faults() {
    return readers.stream().map(reader -> reader.fault).filter(fault -> !fault.isEmpty()).toList();
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  /** Reads lines as they come, and of them only the ids. */
  private static final class Reader {
    private final byte[] line = new byte[32];
    private int length;
    private long last = -1;
    private long bytes;
    private String fault = "";

    private void take(ByteBuffer more) {
      bytes += more.remaining();
      // Not byte by byte from the buffer: the readers must not be what takes the time.
      byte[] all = more.array();
      for (int i = 0; i < more.limit(); i++) {
        byte next = all[i];
        if (next == '\n') {
          lineEnds();
          length = 0;
        } else if (length < line.length) {
          line[length++] = next;
        }
      }
    }

    private void lineEnds() {
      if (length > 4
          && length < line.length
          && line[0] == 'i'
          && line[1] == 'd'
          && line[2] == ':') {
        long id = Long.parseLong(new String(line, 4, length - 4, StandardCharsets.US_ASCII).trim());
        if (id != last + 1 && fault.isEmpty()) {
          fault = "after " + last + " came " + id;
        }
        last = id;
      }
    }
  }
}
