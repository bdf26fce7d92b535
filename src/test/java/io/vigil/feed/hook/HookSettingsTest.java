package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.alert.AlertType;
import io.vigil.alert.Severity;
import io.vigil.settings.RefusedSettings;
import io.vigil.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookSettingsTest {
  private static final String OLD = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "URL",
          "https://chat.example.org/in/T0KEN",
          "SECRET",
          Hooks.SECRET.reveal(),
          "OLD",
          OLD,
          "WEAK",
          "hunter2hunter2");

  @Test
  void aFileIsReadToHooks() {
    HookSettings settings =
        read(
            """
            page: https://feed.example.org/#/alerts/
            hooks:
              family-chat:
                url: ${env:URL}
                secret: ${env:SECRET}
                previousSecret: ${env:OLD}
                form: cloudevents
                calls: [family, emergency]
                types: [fall, inactivity]
                severities: critical
                giveUpAfter: 2 h
                privateAddresses: true
              pager:
                url: http://localhost:9000/in
                secret: ${env:SECRET}
                technical: true
                delayed: true
            """);
    assertThat(settings.hooks())
        .containsExactly(
            new Hook(
                "family-chat",
                URI.create("https://chat.example.org/in/T0KEN"),
                List.of(Hooks.SECRET, Secret.of(OLD)),
                HookForm.CLOUD_EVENTS,
                new Interest(
                    Set.of("family", "emergency"),
                    Set.of(AlertType.FALL, AlertType.INACTIVITY),
                    Set.of(Severity.CRITICAL),
                    false,
                    false),
                Duration.ofHours(2),
                true),
            new Hook(
                "pager",
                URI.create("http://localhost:9000/in"),
                List.of(Hooks.SECRET),
                HookForm.STANDARD,
                new Interest(Set.of(), Set.of(), Set.of(), true, true),
                Duration.ofDays(1),
                false));
    assertThat(settings.page()).contains(URI.create("https://feed.example.org/#/alerts/"));
    assertThat(settings.named("pager")).isPresent();
    assertThat(settings.named("nobody")).isEmpty();
  }

  @Test
  void anEmptyFileIsNoHooks() {
    assertThat(read("")).isEqualTo(HookSettings.none());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url: http://chat.example.org/in | url: 'http://chat.example.org/in' is not https",
        "secret: ${env:WEAK} | secret is of another form; expected whsec_",
        "secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw | secret: '(secret)' stands in the file",
        "secret: ${env:MISSING} | needs the environment variable MISSING",
        "form: xml | form: 'xml' has 'xml'",
        "form: [standard, cloudevents] | has 2 words; expected standard or cloudevents",
        "types: [fall, fell] | has 'fell', which is not known",
        "types: [silence] | types has silence, which is technical; expected technical: true",
        "severities: [bad] | has 'bad'",
        "calls: ['the family'] | has 'the family'",
        "giveUpAfter: 1 s | giveUpAfter: '1 s' is out of range",
        "colour: red | hooks.chat.colour is not a setting"
      })
  void whatIsWrongIsRefusedWithItsPlaceAndWithoutSecrets(String line, String message) {
    String text = "hooks:\n  chat:\n    " + line + "\n";
    if (!line.startsWith("url")) {
      text += "    url: ${env:URL}\n";
    }
    if (!line.startsWith("secret")) {
      text += "    secret: ${env:SECRET}\n";
    }
    String file = text;
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(RefusedSettings.class)
        .hasMessageStartingWith("hooks.yaml line 3: hooks.chat.")
        .hasMessageContaining(message)
        .message()
        .doesNotContain("hunter2", "T0KEN", "MfKQ9r8");
  }

  @Test
  void aHookNeedsATargetAndASecret() {
    assertThatThrownBy(() -> read("hooks:\n  chat:\n    delayed: true\n"))
        .hasMessageContaining("hooks.chat.url is missing")
        .hasMessageContaining("hooks.chat.secret is missing");
  }

  private static HookSettings read(String text) {
    return HookSettings.read("hooks.yaml", text, ENVIRONMENT::get);
  }
}
