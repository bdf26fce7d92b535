package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.settings.RefusedValue;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  /** Seen red with: 100.64.0.0/10 and fc00::/7 left out, which Java does not call private. */
  @ParameterizedTest
  @CsvSource({
    "93.184.216.34, true, true",
    "2606:2800:220:1::1, true, true",
    "10.1.2.3, false, true",
    "172.20.0.1, false, true",
    "192.168.1.1, false, true",
    "100.64.0.1, false, true",
    "fd00::1, false, true",
    "64:ff9b::a00:1, false, true",
    "2002:a00:1::1, false, true",
    "::ffff:10.0.0.1, false, true",
    "127.0.0.1, false, false",
    "127.8.8.8, false, false",
    "::1, false, false",
    "0.0.0.0, false, false",
    "169.254.169.254, false, false",
    "fe80::1, false, false",
    "224.0.0.1, false, false"
  })
  void anAddressBehindTheWallsIsRefused(String address, boolean usually, boolean whenPrivate)
      throws UnknownHostException {
    InetAddress parsed = InetAddress.getByName(address);
    assertThat(Target.allowed(parsed, false)).isEqualTo(usually);
    assertThat(Target.allowed(parsed, true)).isEqualTo(whenPrivate);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://chat.example.org/in",
        "http://localhost.example.org/in",
        "ftp://chat.example.org/in",
        "https:///in",
        "https://user:word@chat.example.org/in",
        "https://chat example.org/T0KEN",
        "chat.example.org"
      })
  void aTargetThatIsNotEncryptedOrNotPlainIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> new TargetKind().read(text))
        .isInstanceOf(RefusedValue.class)
        .message()
        .doesNotContain("word", "T0KEN", "example");
  }

  @Test
  void thisMachineNeedsNoEncryption() throws RefusedValue {
    for (String text :
        new String[] {"http://localhost:9/", "http://127.0.0.1:9/", "http://[::1]:9/"}) {
      assertThat(new TargetKind().read(text)).isEqualTo(URI.create(text));
    }
  }
}
