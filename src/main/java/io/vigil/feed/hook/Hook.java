package io.vigil.feed.hook;

import io.vigil.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Somewhere alerts are pushed to.
 *
 * @param name of the user's choice
 * @param target where to post; it may hold a token, so only {@link #place()} is ever shown
 * @param secrets that sign, each {@code whsec_} and base64; more than one while they are rotated
 * @param form of what is sent
 * @param interest which alerts
 * @param giveUpAfter how long a message is tried, and how old news may be that is told at all
 * @param privateAddresses whether the target may be in a private network
 */
public record Hook(
    String name,
    URI target,
    List<Secret> secrets,
    HookForm form,
    Interest interest,
    Duration giveUpAfter,
    boolean privateAddresses) {

  public Hook {
    secrets = List.copyOf(secrets);
  }

  /** Where it posts to, without what may be a token. */
  public String place() {
    return target.getScheme() + "://" + target.getAuthority();
  }

  @Override
  public String toString() {
    return "hook " + name + " to " + place();
  }
}
