package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.settings.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
  private static final Secret OTHER = Secret.of("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");

  /** The example that the convention publishes. Seen red with: a body before the time. */
  @Test
  void isThatOfThePublishedExample() {
    assertThat(
            Signature.of(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}",
                List.of(Hooks.SECRET)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void eachSecretSignsWhileTheyAreRotated() {
    String both = Signature.of("a", 1, "{}", List.of(Hooks.SECRET, OTHER));
    assertThat(both)
        .isEqualTo(
            Signature.of("a", 1, "{}", List.of(Hooks.SECRET))
                + " "
                + Signature.of("a", 1, "{}", List.of(OTHER)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_c2hvcnQ=", "whsec_*"})
  void whatIsNoSecretOfTheConventionIsNotSound(String text) {
    assertThat(Signature.isSound(Secret.of(text))).isFalse();
    assertThat(Signature.isSound(OTHER)).isTrue();
  }
}
