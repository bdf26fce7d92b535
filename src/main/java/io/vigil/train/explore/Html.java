package io.vigil.train.explore;

import java.util.List;

/** Writes HTML that is XML too; whatever is put in is escaped. */
final class Html {
  private final StringBuilder text = new StringBuilder();

  /** Text as it stands between tags and in attributes; what XML cannot hold becomes a mark. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isCharacter(c) ? c : 0xfffd);
              }
            });
    return escaped.toString();
  }

  /** As XML 1.0 has it, without the control characters that it allows. */
  private static boolean isCharacter(int c) {
    return c >= 0x20 && c < 0x7f
        || c == '\n'
        || c >= 0xa0 && c <= 0xd7ff
        || c >= 0xe000 && c <= 0xfffd
        || c >= 0x10000;
  }

  Html open(String tag) {
    text.append('<').append(tag).append('>');
    return this;
  }

  Html close(String tag) {
    text.append("</").append(tag).append(">\n");
    return this;
  }

  Html element(String tag, String content) {
    text.append('<').append(tag).append('>').append(escaped(content));
    return close(tag);
  }

  /** A section with its heading, what it says and what follows until it is closed. */
  Html section(String id, String heading, String words) {
    text.append("<section id=\"").append(id).append("\">\n");
    return element("h2", heading).element("p", words);
  }

  Html picture(Picture picture) {
    text.append(
        "<img src=\"%s\" width=\"%d\" height=\"%d\" alt=\"%s\"/>%n"
            .formatted(
                picture.dataUri(), picture.width(), picture.height(), escaped(picture.alt())));
    return this;
  }

  /**
   * A table.
   *
   * @param rows each with its heading first
   */
  Html table(String caption, List<String> head, List<List<String>> rows) {
    open("div class=\"wide\"").open("table").element("caption", caption).open("thead").open("tr");
    head.forEach(cell -> element("th", cell));
    close("tr").close("thead").open("tbody");
    for (List<String> row : rows) {
      open("tr").element("th", row.get(0));
      row.stream().skip(1).forEach(cell -> element("td", cell));
      close("tr");
    }
    return close("tbody").close("table").close("div");
  }

  /** What was written. */
  String text() {
    return text.toString();
  }
}
