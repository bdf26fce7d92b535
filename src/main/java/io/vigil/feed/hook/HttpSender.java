package io.vigil.feed.hook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts over HTTP. A receiver that is slow costs a few seconds and never more. */
final class HttpSender implements HookSender {
  private final HttpClient client;
  private final Executor executor;
  private final Duration patience;
  private final Clock clock;

  /**
   * @param executor on which names are looked up and answers come in
   * @param patience how long an answer may take
   */
  HttpSender(Executor executor, Duration patience, Clock clock) {
    this.executor = executor;
    this.patience = patience;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(patience)
            .executor(executor)
            .build();
  }

  @Override
  public CompletableFuture<Reply> send(Hook hook, Message message) {
    return CompletableFuture.supplyAsync(() -> refusal(hook), executor)
        .thenCompose(
            refusal ->
                refusal == null ? post(hook, message) : CompletableFuture.completedFuture(refusal))
        .exceptionally(failure -> Reply.fault(words(failure)));
  }

  private CompletableFuture<Reply> post(Hook hook, Message message) {
    CompletableFuture<HttpResponse<Void>> exchange =
        client.sendAsync(request(hook, message), BodyHandlers.discarding());
    // The request's own time-out ends with the headers; a body may drip for ever.
    return exchange
        .copy()
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((response, failure) -> exchange.cancel(true))
        .thenApply(
            response -> Reply.of(response.statusCode(), RetryAfter.of(response.headers(), clock)));
  }

  private HttpRequest request(Hook hook, Message message) {
    long seconds = clock.instant().getEpochSecond();
    return HttpRequest.newBuilder(hook.target())
        .timeout(patience)
        .header("content-type", hook.form().contentType())
        .header("user-agent", "vigil")
        .header("webhook-id", message.id())
        .header("webhook-timestamp", Long.toString(seconds))
        .header(
            "webhook-signature",
            Signature.of(message.id(), seconds, message.body(), hook.secrets()))
        .POST(BodyPublishers.ofString(message.body()))
        .build();
  }

  /**
   * Looked up before each attempt, because what a name stands for changes; Java keeps the answer
   * for some seconds, so that the address checked is the one connected to.
   */
  private static Reply refusal(Hook hook) {
    if (Target.isLoopback(hook.target())) {
      return null;
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(hook.target().getHost())) {
        if (!Target.allowed(address, hook.privateAddresses())) {
          return Reply.refused(
              "not sent: %s stands for %s, which is in no public network; expected a public address, or privateAddresses: true for a private one"
                  .formatted(hook.place(), address.getHostAddress()));
        }
      }
      return null;
    } catch (UnknownHostException e) {
      return Reply.fault("the name of " + hook.place() + " is not known");
    }
  }

  /** Only the kind of failure is told: its message may hold the target's whole address. */
  private static String words(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
      return "no answer in time";
    }
    if (cause instanceof ConnectException) {
      return "no connection";
    }
    return cause instanceof IOException
        ? "the connection broke (%s)".formatted(cause.getClass().getSimpleName())
        : "it could not be sent (%s)".formatted(cause.getClass().getSimpleName());
  }
}
