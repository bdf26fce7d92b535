package io.vigil.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.settings.Secret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {
  private static final Secret KEY = Secret.of("3f9c17d2a6b84e05c1f2");
  private static final Secret OTHER = Secret.of("3f9c17d2a6b84e05c1f3");

  /** Seen red with: a key that was random in each instance. */
  @Property(tries = 200)
  void sameIdSameNameAndNoOther(
      @ForAll @AlphaChars @NumericChars String id, @ForAll @AlphaChars @NumericChars String other) {
    String name = Pseudonyms.by(KEY).of(id);
    assertThat(name).matches("p-[0-9a-v]{26}");
    assertThat(Pseudonyms.by(KEY).of(id)).isEqualTo(name);
    assertThat(Pseudonyms.by(OTHER).of(id)).isNotEqualTo(name);
    if (!other.equals(id)) {
      assertThat(Pseudonyms.by(KEY).of(other)).isNotEqualTo(name);
    }
  }

  /** Written down, because a name must be the same in years. */
  @Test
  void nameIsTheFirst130BitsOfTheHash() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY.reveal().getBytes("UTF-8"), "HmacSHA256"));
    StringBuilder bits = new StringBuilder();
    for (byte b : mac.doFinal("anna".getBytes("UTF-8"))) {
      bits.append(Integer.toBinaryString(0x100 | (b & 0xFF)).substring(1));
    }
    StringBuilder expected = new StringBuilder("p-");
    for (int i = 0; i < 130; i += 5) {
      expected.append(Character.forDigit(Integer.parseInt(bits.substring(i, i + 5), 2), 32));
    }
    assertThat(Pseudonyms.by(KEY).of("anna")).isEqualTo(expected.toString());
  }

  @Test
  void manyMoreThanAreRememberedKeepTheirNames() {
    Pseudonyms pseudonyms = Pseudonyms.by(KEY);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 25_000; i++) {
      names.add(pseudonyms.of("p" + i));
    }
    Set<String> different = new HashSet<>(names);
    assertThat(different).hasSize(25_000);
    for (int i = 0; i < 25_000; i += 1_000) {
      assertThat(pseudonyms.of("p" + i)).isEqualTo(names.get(i));
    }
  }

  @Test
  void travelsWithAJobAndShowsNoKey() throws Exception {
    Pseudonyms pseudonyms = Pseudonyms.by(KEY);
    String name = pseudonyms.of("anna");
    Pseudonyms there = InstantiationUtil.clone(pseudonyms);
    assertThat(there.of("anna")).isEqualTo(name);
    assertThat(there.toString()).isEqualTo("Pseudonyms on").doesNotContain(KEY.reveal());
    assertThat(Pseudonyms.NONE).hasToString("Pseudonyms off");
  }

  @Test
  void noneLeavesAllAsItIs() {
    SampleBatch batch =
        new SampleBatch("anna", new long[1], new short[1], new short[1], new short[1], "");
    assertThat(Pseudonyms.NONE.areOn()).isFalse();
    assertThat(Pseudonyms.NONE.of("anna")).isEqualTo("anna");
    assertThat(Pseudonyms.NONE.of(batch)).isSameAs(batch);
  }

  @Test
  void spaceAroundAKeyIsNoPartOfIt() {
    Secret withLineEnd = Secret.of(KEY.reveal() + "\n");
    assertThat(Pseudonyms.by(withLineEnd).of("anna")).isEqualTo(Pseudonyms.by(KEY).of("anna"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "brief", "fifteen letters", "   padded   key     "})
  void shortKeyIsRefusedAndNotQuoted(String key) {
    assertThatThrownBy(() -> Pseudonyms.by(Secret.of(key)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(key.strip().length() + " characters", "at least 16")
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain(key.isBlank() ? "\n" : key.strip());
  }
}
