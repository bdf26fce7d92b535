package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HarmlessTest {

  /** Seen red with: only characters below space replaced. */
  @Test
  void whatMovesTheCursorOrTurnsTextRoundIsReplaced() {
    assertThat(
            Harmless.line(
                "a\u001b[2Jb\u009b2Jc\u0007\r\n\t\u007f\u202ed\u2066\u2028\u2029\ud800e\ufeff"))
        .isEqualTo(
            "a\ufffd[2Jb\ufffd2Jc\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdd\ufffd\ufffd\ufffd\ufffde\ufffd");
  }

  @Test
  void namesOfAllScriptsStay() {
    String names = "O'Brien \"Żółć\" 李 على می\u200cخواهم 👩\u200d🦽 <b>%s</b>";
    assertThat(Harmless.line(names)).isEqualTo(names);
  }
}
