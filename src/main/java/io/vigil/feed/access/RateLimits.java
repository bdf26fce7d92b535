package io.vigil.feed.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.vigil.feed.web.Refusal;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How often may be asked: before anything is read of a request by the address it comes from, and
 * once it is known who asks by who they are.
 */
public final class RateLimits implements Handler {
  private final Allowance addresses;
  private final Allowance subjects;
  private final ClientAddress address;

  /**
   * @param perAddress requests a minute of an address
   * @param perSubject requests a minute of somebody who is let in
   */
  public RateLimits(int perAddress, int perSubject, ClientAddress address, InstantSource clock) {
    this.addresses = new Allowance(perAddress, clock);
    this.subjects = new Allowance(perSubject, clock);
    this.address = address;
  }

  /** Counts a request of an address. */
  @Override
  public void handle(Context request) {
    count(addresses, ClientAddress.network(address.of(request)), request);
  }

  /** Counts a request of somebody who is let in. */
  void count(Viewer viewer, Context request) {
    count(subjects, viewer.subject(), request);
  }

  private static void count(Allowance allowance, String who, Context request) {
    Duration wait = allowance.take(who);
    if (!wait.isZero()) {
      long seconds = wait.plusMillis(999).toSeconds();
      request.header("Retry-After", Long.toString(seconds));
      throw new Refusal(
          429, "There were too many requests; expected fewer, the next one in " + seconds + " s");
    }
  }
}
