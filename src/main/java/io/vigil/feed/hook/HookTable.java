package io.vigil.feed.hook;

import io.vigil.alert.AlertType;
import io.vigil.alert.Severity;
import io.vigil.settings.DurationKind;
import io.vigil.settings.FlagKind;
import io.vigil.settings.Secret;
import io.vigil.settings.SecretKind;
import io.vigil.settings.Setting;
import io.vigil.settings.Table;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Everything that can be set of hooks. */
final class HookTable {
  static final Setting<URI> PAGE =
      Setting.optional(
          "page",
          new TargetKind(),
          "The address that an alert's id follows to show it; messages then hold a link.");

  static final Setting<URI> URL =
      Setting.required(
          "hooks.*.url", new TargetKind(), "Where to post; as ${env:NAME} where it holds a token.");

  static final Setting<Secret> SECRET =
      Setting.required(
          "hooks.*.secret", new SecretKind(), "Signs each message: " + Signature.FORM + ".");

  static final Setting<Secret> PREVIOUS_SECRET =
      Setting.optional(
          "hooks.*.previousSecret",
          new SecretKind(),
          "Signs each message too, until every receiver knows the new one.");

  static final Setting<WordsKind.Words> FORM =
      Setting.of(
          "hooks.*.form",
          WordsKind.oneOf(List.of("standard", "cloudevents")),
          "standard",
          "The form of messages: of Standard Webhooks, or CloudEvents 1.0 signed in the same way.");

  static final Setting<WordsKind.Words> CALLS =
      Setting.optional(
          "hooks.*.calls",
          WordsKind.names(),
          "The steps of escalation in the rules that this hook answers for; without it, it hears of an alert as soon as it is raised.");

  static final Setting<WordsKind.Words> TYPES =
      Setting.optional(
          "hooks.*.types",
          WordsKind.someOf(Arrays.stream(AlertType.values()).map(AlertType::title).toList()),
          "Types of alerts; without it, all.");

  static final Setting<WordsKind.Words> SEVERITIES =
      Setting.optional(
          "hooks.*.severities",
          WordsKind.someOf(
              Arrays.stream(Severity.values())
                  .map(severity -> severity.name().toLowerCase(Locale.ROOT))
                  .toList()),
          "How bad an alert must be to begin with; without it, all.");

  static final Setting<Boolean> TECHNICAL =
      Setting.of(
          "hooks.*.technical",
          new FlagKind(),
          "false",
          "Whether technical alerts are told, such as those of silent sensors.");

  static final Setting<Boolean> DELAYED =
      Setting.of(
          "hooks.*.delayed",
          new FlagKind(),
          "false",
          "Whether alerts are told that were found long after they happened.");

  static final Setting<Duration> GIVE_UP_AFTER =
      Setting.of(
          "hooks.*.giveUpAfter",
          new DurationKind(Duration.ofMinutes(1), Duration.ofDays(7)),
          "1 d",
          "How long a message is tried; older news are not told at all.");

  static final Setting<Boolean> PRIVATE_ADDRESSES =
      Setting.of(
          "hooks.*.privateAddresses",
          new FlagKind(),
          "false",
          "Whether the url may stand for an address in a private network.");

  static final Table TABLE =
      new Table(
          "setting",
          "docs/hooks.md",
          List.of(
              PAGE,
              URL,
              SECRET,
              PREVIOUS_SECRET,
              FORM,
              CALLS,
              TYPES,
              SEVERITIES,
              TECHNICAL,
              DELAYED,
              GIVE_UP_AFTER,
              PRIVATE_ADDRESSES));

  private HookTable() {}
}
