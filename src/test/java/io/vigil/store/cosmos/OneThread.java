package io.vigil.store.cosmos;

import java.lang.reflect.Proxy;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.function.ThrowingRunnable;

/**
 * What a task gives to a sink's writer, with a mailbox that the test's own thread empties and a
 * real clock.
 */
final class OneThread implements MailboxExecutor, ProcessingTimeService, AutoCloseable {
  private final LinkedBlockingQueue<ThrowingRunnable<? extends Exception>> mails =
      new LinkedBlockingQueue<>();
  private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();

  WriterInitContext context() {
    return (WriterInitContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {WriterInitContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getMailboxExecutor", "getProcessingTimeService" -> this;
                  case "metricGroup" -> UnregisteredMetricsGroup.createSinkWriterMetricGroup();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Override
  public void execute(
      MailOptions options,
      ThrowingRunnable<? extends Exception> command,
      String description,
      Object... descriptionArguments) {
    mails.add(command);
  }

  @Override
  public void yield() throws InterruptedException {
    ThrowingRunnable<? extends Exception> mail = mails.poll(60, TimeUnit.SECONDS);
    if (mail == null) {
      throw new AssertionError("Nothing came into the mailbox for a minute");
    }
    run(mail);
  }

  @Override
  public boolean tryYield() {
    ThrowingRunnable<? extends Exception> mail = mails.poll();
    if (mail != null) {
      run(mail);
    }
    return mail != null;
  }

  @Override
  public boolean shouldInterrupt() {
    return false;
  }

  @Override
  public long getCurrentProcessingTime() {
    return System.currentTimeMillis();
  }

  @Override
  public ScheduledFuture<?> registerTimer(long time, ProcessingTimeCallback target) {
    return alarms.schedule(
        () -> mails.add(() -> target.onProcessingTime(time)),
        time - System.currentTimeMillis(),
        TimeUnit.MILLISECONDS);
  }

  private static void run(ThrowingRunnable<? extends Exception> mail) {
    try {
      mail.run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    alarms.shutdownNow();
  }
}
