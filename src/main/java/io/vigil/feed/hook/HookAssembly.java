package io.vigil.feed.hook;

import io.vigil.alert.AlertType;
import io.vigil.alert.Severity;
import io.vigil.settings.Reading;
import io.vigil.settings.Secret;
import io.vigil.settings.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts single settings together to hooks, and checks those that depend on each other. */
final class HookAssembly {
  private static final int MOST_HOOKS = 50;

  private final Reading reading;
  private final String name;

  private HookAssembly(Reading reading, String name) {
    this.reading = reading;
    this.name = name;
  }

  static HookSettings of(Reading reading) {
    if (reading.names().size() > MOST_HOOKS) {
      reading.problem(
          "hooks", "%d hooks, expected at most %d".formatted(reading.names().size(), MOST_HOOKS));
    }
    List<Hook> hooks =
        reading.names().stream()
            .sorted()
            .map(name -> new HookAssembly(reading, name).hook())
            .toList();
    return new HookSettings(reading.values().find(HookTable.PAGE), hooks);
  }

  private Hook hook() {
    List<Secret> secrets =
        Stream.of(HookTable.SECRET, HookTable.PREVIOUS_SECRET)
            .flatMap(setting -> secret(setting).stream())
            .toList();
    boolean standard = words(HookTable.FORM).contains("standard");
    return new Hook(
        name,
        get(HookTable.URL),
        secrets,
        standard ? HookForm.STANDARD : HookForm.CLOUD_EVENTS,
        interest(),
        get(HookTable.GIVE_UP_AFTER),
        get(HookTable.PRIVATE_ADDRESSES));
  }

  private Optional<Secret> secret(Setting<Secret> setting) {
    Optional<Secret> secret = reading.values().find(setting, name);
    if (secret.isPresent() && !Signature.isSound(secret.get())) {
      reading.problem(
          setting.path(name),
          "%s is of another form; expected %s, from the environment"
              .formatted(setting.path(name), Signature.FORM));
    }
    return secret;
  }

  private Interest interest() {
    Set<AlertType> types =
        Arrays.stream(AlertType.values())
            .filter(type -> words(HookTable.TYPES).contains(type.title()))
            .collect(Collectors.toUnmodifiableSet());
    Set<Severity> severities =
        Arrays.stream(Severity.values())
            .filter(
                one -> words(HookTable.SEVERITIES).contains(one.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());
    boolean technical = get(HookTable.TECHNICAL);
    types.stream()
        .filter(type -> type.technical() && !technical)
        .forEach(
            type ->
                reading.problem(
                    HookTable.TYPES.path(name),
                    "%s has %s, which is technical; expected technical: true beside it"
                        .formatted(HookTable.TYPES.path(name), type.title())));
    return new Interest(
        words(HookTable.CALLS), types, severities, technical, get(HookTable.DELAYED));
  }

  private Set<String> words(Setting<WordsKind.Words> setting) {
    return reading.values().find(setting, name).map(WordsKind.Words::all).orElse(Set.of());
  }

  private <T> T get(Setting<T> setting) {
    return reading.values().find(setting, name).orElseThrow();
  }
}
