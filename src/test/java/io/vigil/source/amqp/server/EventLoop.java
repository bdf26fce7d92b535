package io.vigil.source.amqp.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** The one thread on which a server lives: sockets, tasks from outside, and tasks for later. */
final class EventLoop implements AutoCloseable {
  private record Later(long nanoTime, Runnable task) {}

  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Later> later =
      new PriorityQueue<>(
          Comparator.comparingLong((Later task) -> task.nanoTime() - System.nanoTime()));
  private final Thread thread = new Thread(this::run, "amqp-hub-server");
  private final AtomicReference<RuntimeException> fault = new AtomicReference<>();
  private volatile boolean closed;

  EventLoop() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** Calls {@code whenReady} on the loop each time the channel is ready for what is asked of it. */
  SelectionKey register(SelectableChannel channel, int operations, Runnable whenReady)
      throws IOException {
    channel.configureBlocking(false);
    return channel.register(selector, operations, whenReady);
  }

  /** Runs a task on the loop, soon. */
  void post(Runnable task) {
    tasks.add(task);
    if (Thread.currentThread() != thread) {
      selector.wakeup();
    }
  }

  /** Runs a task on the loop after a while; to be called on the loop. */
  void postLater(Duration delay, Runnable task) {
    later.add(new Later(System.nanoTime() + delay.toNanos(), task));
  }

  /** Runs a task on the loop and waits for what it returns. */
  <T> T call(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    post(
        () -> {
          try {
            result.complete(task.call());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException("The server does not answer", e);
    }
  }

  private void run() {
    while (!closed) {
      try {
        selector.select(waitMillis());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      for (SelectionKey key : selector.selectedKeys()) {
        guarded((Runnable) key.attachment());
      }
      selector.selectedKeys().clear();
      for (int i = tasks.size(); i > 0; i--) {
        guarded(tasks.remove());
      }
      while (!later.isEmpty() && later.peek().nanoTime() <= System.nanoTime()) {
        guarded(later.remove().task());
      }
    }
  }

  private long waitMillis() {
    if (!tasks.isEmpty()) {
      return 1;
    }
    return later.isEmpty()
        ? 1_000
        : Math.max(1, (later.peek().nanoTime() - System.nanoTime()) / 1_000_000);
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      fault.compareAndSet(null, e);
    }
  }

  /** Ends the loop; throws what went wrong on it, if anything did. */
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      thread.join(10_000);
      selector.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (fault.get() != null) {
      throw new IllegalStateException("The server had a fault of its own", fault.get());
    }
  }
}
