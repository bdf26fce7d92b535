package io.vigil.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class NumbersTest {

  /** Seen red with: a decimal point that lowers the exponent by nothing. */
  @Property
  void agreesWithJava(@ForAll double value) throws Refusal {
    check(Double.toString(value));
    check(" +" + Math.abs(value) + "\t");
  }

  @Property
  void agreesWithJavaOnDecimals(
      @ForAll long digits, @ForAll @IntRange(min = -30, max = 30) int scale) throws Refusal {
    BigDecimal value = BigDecimal.valueOf(digits, scale);
    check(value.toPlainString());
    check(value.toString());
  }

  @Property
  void refusesWhatJavaRefuses(
      @ForAll @StringLength(max = 12) @CharRange(from = '+', to = '9') String text) {
    byte[] bytes = Messages.bytes(text);
    boolean isNumber = text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");
    if (!isNumber) {
      assertThatThrownBy(() -> Numbers.parse(bytes, 0, bytes.length, "x"))
          .isInstanceOf(Refusal.class);
    }
  }

  private static void check(String text) throws Refusal {
    byte[] bytes = Messages.bytes(text);
    assertThat(Numbers.parse(bytes, 0, bytes.length, "x")).isEqualTo(Double.parseDouble(text));
  }
}
