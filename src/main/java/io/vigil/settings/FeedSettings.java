package io.vigil.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What can be set of the caregivers' feed. */
final class FeedSettings {
  static final Setting<Integer> PORT =
      Setting.of(
          "feed.port",
          new WholeKind(0, 65_535),
          "8080",
          "Where the feed listens; 0 for any free port.");

  static final Setting<String> BIND =
      Setting.of(
          "feed.bind",
          new TextKind("an address of this machine"),
          "127.0.0.1",
          "The address the feed listens on; one that others can reach needs feed.oidc.");

  static final Setting<Integer> METRICS_PORT =
      Setting.optional(
          "feed.metricsPort",
          new WholeKind(0, 65_535),
          "Where Prometheus finds /metrics, on the same address; 0 for any free port. Whoever reaches it may read it: keep it off the ingress.");

  static final Setting<URI> PUBLIC_URL =
      Setting.optional(
          "feed.publicUrl",
          new WebKind(false, "https://vigil.example.org"),
          "Where people find the feed, as their browsers show it; needed with feed.oidc.");

  static final Setting<Integer> PROXIES =
      Setting.of(
          "feed.proxies",
          new WholeKind(0, 5),
          "0",
          "How many proxies stand before the feed, each of which adds to X-Forwarded-For.");

  static final Setting<String> DIRECTORY =
      Setting.optional(
          "feed.directory",
          new TextKind("a file"),
          "People's names and caregivers, as docs/directory.md has them; read again when it changes.");

  static final Setting<Integer> RATE =
      Setting.of(
          "feed.rateLimit",
          new WholeKind(1, 1_000_000),
          "600",
          "How many requests a minute somebody who is signed in may make.");

  static final Setting<Integer> ADDRESS_RATE =
      Setting.of(
          "feed.addressRateLimit",
          new WholeKind(1, 1_000_000),
          "3000",
          "How many requests a minute may come from one address, by everybody there together.");

  static final Setting<String> AUDIT =
      Setting.of(
          "feed.auditPath",
          new TextKind("a folder"),
          "data/audit",
          "Where it is written who saw and did what, without names.");

  static final Setting<Duration> AUDIT_KEPT =
      Setting.of(
          "feed.auditKept",
          new DurationKind(Duration.ofDays(1), Duration.ofDays(3650)),
          "365 d",
          "How long that is kept.");

  static final Setting<Double> SECOND_REVIEWER =
      Setting.of(
          "feed.secondReviewer",
          new NumberKind(0, 1),
          "0.1",
          "The share of windows for review that two reviewers are asked about, to see how far they agree.");

  static final Setting<URI> ISSUER =
      Setting.optional(
          "feed.oidc.issuer",
          new WebKind(true, "https://login.example.org/care"),
          "The OpenID provider that people sign in with; its /.well-known/openid-configuration says the rest.");

  static final Setting<String> CLIENT_ID =
      Setting.optional(
          "feed.oidc.clientId",
          new TextKind("an id"),
          "As what the feed is known to the provider; needed with feed.oidc.issuer.");

  static final Setting<Secret> CLIENT_SECRET =
      Setting.optional(
          "feed.oidc.clientSecret",
          new SecretKind(),
          "The feed's own secret; without it the feed is a public client, safe by PKCE alone.");

  static final Setting<String> AUDIENCE =
      Setting.optional(
          "feed.oidc.audience",
          new TextKind("the audience of access tokens"),
          "For whom bearer tokens must be; without it, for feed.oidc.clientId.");

  static final Setting<Texts> ALGORITHMS =
      Setting.of(
          "feed.oidc.algorithms",
          new ListKind(new ChoiceKind("RS256", "ES256", "PS256"), 3),
          "RS256",
          "How tokens may be signed; every other way is refused, whatever a token says.");

  static final Setting<String> ROLES_CLAIM =
      Setting.of(
          "feed.oidc.rolesClaim",
          new TextKind("a claim, or a path to it such as realm_access.roles"),
          "roles",
          "The claim of tokens that holds roles: caregiver, reviewer, operator, admin.");

  static final Setting<String> PEOPLE_CLAIM =
      Setting.optional(
          "feed.oidc.peopleClaim",
          new TextKind("a claim, or a path to it"),
          "The claim that holds the participants of a caregiver, besides those of feed.directory.");

  static final List<Setting<?>> ALL =
      List.of(
          PORT,
          BIND,
          METRICS_PORT,
          PUBLIC_URL,
          PROXIES,
          DIRECTORY,
          RATE,
          ADDRESS_RATE,
          AUDIT,
          AUDIT_KEPT,
          SECOND_REVIEWER,
          ISSUER,
          CLIENT_ID,
          CLIENT_SECRET,
          AUDIENCE,
          ALGORITHMS,
          ROLES_CLAIM,
          PEOPLE_CLAIM);

  private FeedSettings() {}
}
