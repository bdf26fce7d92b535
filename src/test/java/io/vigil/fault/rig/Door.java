package io.vigil.fault.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A way to a server on the loopback that can be cut: what is sent through a silent door arrives
 * nowhere and nobody is told, as with a cable that is pulled; through a shut one nobody comes, and
 * who was in is thrown out.
 */
public final class Door implements AutoCloseable {
  private final ServerSocket listening;
  private final int behind;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean silent;
  private boolean shut;

  private Door(int behind) throws IOException {
    this.behind = behind;
    this.listening = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    daemon(this::letIn).start();
  }

  /** Opens a door before a port, which need not be open yet. */
  public static Door before(int port) {
    try {
      return new Door(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The door's own port. */
  public int port() {
    return listening.getLocalPort();
  }

  /** Nothing comes through in either direction. */
  public void silence() {
    turn(true, false);
  }

  /** Everybody is thrown out, and nobody let in. */
  public void shut() {
    turn(false, true);
    open.forEach(Door::close);
  }

  /** As it was in the beginning; what is still connected goes on where it was. */
  public void open() {
    turn(false, false);
  }

  private void turn(boolean isSilent, boolean isShut) {
    lock.lock();
    try {
      silent = isSilent;
      shut = isShut;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void letIn() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        daemon(() -> connect(client)).start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    open.add(client);
    Socket server = null;
    try {
      awaitSound();
      if (isShut()) {
        return;
      }
      server = new Socket(InetAddress.getLoopbackAddress(), behind);
      open.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Socket other = server;
      Thread answers = daemon(() -> pump(other, client));
      answers.start();
      pump(client, server);
      answers.join();
    } catch (IOException e) {
      // Nobody is behind the door: who came is sent away, which closing does.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      leave(client);
      if (server != null) {
        leave(server);
      }
    }
  }

  private void leave(Socket socket) {
    open.remove(socket);
    close(socket);
  }

  private void pump(Socket from, Socket to) {
    byte[] bytes = new byte[64 << 10];
    try {
      for (int read = from.getInputStream().read(bytes);
          read >= 0;
          read = from.getInputStream().read(bytes)) {
        awaitSound();
        to.getOutputStream().write(bytes, 0, read);
      }
    } catch (IOException e) {
      // One side is gone, and so is the other in a moment.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close(from);
      close(to);
    }
  }

  private void awaitSound() throws InterruptedException {
    lock.lock();
    try {
      while (silent) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isShut() {
    lock.lock();
    try {
      return shut;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    shut();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no more use either way.
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "door");
    thread.setDaemon(true);
    return thread;
  }
}
