package io.vigil.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to be wrong, and that the message says where, what was seen and what is allowed. */
class RefusedSettingsTest {
  private static final String DISORDER =
      "; expected a duration (units d, h, min, s, ms) from 0 s to 1 h";
  private static final String GAP =
      "; expected a duration (units d, h, min, s, ms) from 50 ms to 10 s";

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhereAndWhatAndWhatIsAllowed(String text, String message) {
    assertThatThrownBy(() -> SettingsReader.read("vigil.yaml", text, name -> null))
        .isInstanceOf(RefusedSettings.class)
        .hasMessage(message);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        // Unknown keys.
        arguments(
            "time:\n  maxGap: 1 s\n  disoder: 2 s\n",
            "vigil.yaml line 3: time.disoder is not a setting; did you mean time.disorder?"),
        arguments(
            "disorder: 2 s\n",
            "vigil.yaml line 1: disorder is not a setting; did you mean time.disorder?"),
        arguments(
            "tiem:\n  disorder: 2 s\n",
            "vigil.yaml line 1: tiem is not a setting; did you mean time?"),
        arguments(
            "colour: blue\n",
            "vigil.yaml line 1: colour is not a setting; docs/settings.md lists them all"),
        arguments(
            "time.disorder: 2 s\n",
            "vigil.yaml line 1: time.disorder has a dot in its key; write each part on a line of"
                + " its own"),
        arguments(
            "time:\n  maxGap: 1 s\n  maxGap: 2 s\n",
            "vigil.yaml line 3: maxGap is here a second time; the first is on line 2"),
        // Wrong types.
        arguments(
            "time: 2 s\n",
            "vigil.yaml line 1: time is a group of settings and has no value of its own"),
        arguments(
            "time:\n  disorder:\n    s: 2\n",
            "vigil.yaml line 2: time.disorder: '' is a group" + DISORDER),
        arguments(
            "time:\n  disorder: [1 s, 2 s]\n",
            "vigil.yaml line 2: time.disorder: '[1 s, 2 s]' is a list" + DISORDER),
        arguments(
            "time:\n  disorder:\n",
            "vigil.yaml line 2: time.disorder: '' is no duration" + DISORDER),
        arguments(
            "store:\n  predictions: yes\n",
            "vigil.yaml line 2: store.predictions: 'yes' is neither; expected true or false"),
        arguments(
            "store:\n  path: ''\n", "vigil.yaml line 2: store.path: '' is empty; expected a file"),
        arguments(
            "parallelism: many\n",
            "vigil.yaml line 1: parallelism: 'many' is no whole number; expected a whole number"
                + " from 1 to 1024"),
        // Wrong units.
        arguments(
            "\n\ntime:\n  disorder: 2\n",
            "vigil.yaml line 4: time.disorder: '2' has no unit" + DISORDER),
        arguments(
            "time:\n  disorder: 2 hours\n",
            "vigil.yaml line 2: time.disorder: '2 hours' has an unknown unit" + DISORDER),
        arguments(
            "time:\n  disorder: 0.1 ms\n",
            "vigil.yaml line 2: time.disorder: '0.1 ms' is finer than a millisecond" + DISORDER),
        // Out of range.
        arguments(
            "time:\n  disorder: 61 min\n",
            "vigil.yaml line 2: time.disorder: '61 min' is out of range" + DISORDER),
        arguments(
            "time:\n  maxGap: 49 ms\n",
            "vigil.yaml line 2: time.maxGap: '49 ms' is out of range" + GAP),
        arguments(
            "parallelism: 0\n",
            "vigil.yaml line 1: parallelism: '0' is out of range; expected a whole number from 1"
                + " to 1024"),
        // Profiles.
        arguments(
            "profiles:\n  wrist:\n    countsPerG: [1, 2]\n    midRail: 0\n",
            "vigil.yaml line 3: profiles.wrist.countsPerG: '[1, 2]' is a list of 2; expected a"
                + " number from 0.001 to 1000000, or a list of three for the axes x, y and z"),
        arguments(
            "profiles:\n  wrist:\n    countsPerG: 512\n",
            "vigil.yaml line 2: profiles.wrist.midRail is missing; expected a number from"
                + " -10000000 to 10000000, or a list of three for the axes x, y and z"),
        arguments(
            "profiles:\n  wrist:\n    countsPerG: 512\n    midRail: 0\n    rateHZ: 5\n",
            "vigil.yaml line 5: profiles.wrist.rateHZ is not a setting; did you mean"
                + " profiles.wrist.rateHz?"),
        arguments(
            "profiles:\n  mg:\n    countsPerG: 512\n    midRail: 0\n",
            "vigil.yaml line 2: profiles.mg has the name of a built-in profile; expected another"),
        arguments(
            "profiles:\n  w:\n    countsPerG: 5\n    midRail: 0\n    leastCount: 4095\n",
            "vigil.yaml line 5: profiles.w.leastCount: '4095' is not below mostCount, 4095"),
        arguments(
            "input:\n  profile: wrist\n",
            "vigil.yaml line 2: input.profile: 'wrist' is not known; expected uci287, g, m/s2, mg,"
                + " or a name under profiles"),
        // Not in the environment.
        arguments(
            "model:\n  use: ${env:MODEL}\n",
            "vigil.yaml line 2: model.use: '${env:MODEL}' needs the environment variable MODEL,"
                + " which is not set; expected an alias or a name of a model"),
        // Not what such a file looks like.
        arguments("- 1\n", "vigil.yaml line 1: expected settings such as 'time:', not a value"),
        arguments(
            "time:\n  disorder: 2 s\n---\nmore: 1\n",
            "vigil.yaml line 4: a second document; expected one only"));
  }

  @Test
  void whatIsNoYamlIsRefusedWithItsLine() {
    assertThatThrownBy(
            () -> SettingsReader.read("vigil.yaml", "time:\n\t disorder: 2 s\n", name -> null))
        .isInstanceOf(RefusedSettings.class)
        .hasMessageStartingWith("vigil.yaml line 2: this is not YAML: ");
  }

  @Test
  void everyProblemIsToldAtOnce() {
    RefusedSettings refused =
        catchThrowableOfType(
            RefusedSettings.class,
            () ->
                SettingsReader.read(
                    "vigil.yaml", "tim:\n  x: 1\nparallelism: 0\nmodel: 7\n", name -> null));
    assertThat(refused.getMessage().lines()).hasSize(3);
  }
}
