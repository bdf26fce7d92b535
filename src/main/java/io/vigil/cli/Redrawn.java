package io.vigil.cli;

import java.io.PrintWriter;
import java.util.List;

/** Lines on a terminal that are drawn over themselves, with room beneath to type in. */
final class Redrawn {
  private static final String UP = "\u001b[%dA\r";
  private static final String CLEAR_LINE = "\u001b[2K";
  private static final String CLEAR_BELOW = "\u001b[J";
  private static final String SAVE = "\u001b7";
  private static final String RESTORE = "\u001b8";

  /** A line that is too long for the terminal is cut: one that is folded would be two. */
  private static final String CUT = "\u001b[?7l";

  private static final String FOLD = "\u001b[?7h";

  private final PrintWriter out;
  private int drawn;

  Redrawn(PrintWriter out) {
    this.out = out;
  }

  /**
   * Draws the lines over those of the last time.
   *
   * @param typed how many lines were typed beneath since then
   */
  void draw(List<String> lines, int typed) {
    boolean keepTyping = typed == 0 && lines.size() == drawn;
    StringBuilder text = new StringBuilder(CUT);
    if (drawn > 0) {
      text.append(keepTyping ? SAVE : "").append(UP.formatted(drawn + typed));
    }
    lines.forEach(line -> text.append(CLEAR_LINE).append(line).append('\n'));
    text.append(keepTyping ? RESTORE : CLEAR_BELOW).append(FOLD);
    out.print(text);
    out.flush();
    drawn = lines.size();
  }

  /** Goes on behind the lines, which stay. */
  void end() {
    if (drawn > 0) {
      out.println();
      out.flush();
    }
  }
}
