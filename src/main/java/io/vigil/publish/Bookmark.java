package io.vigil.publish;

import java.util.List;

/**
 * How far files are sent. Their messages always come in the same order, so one number says it.
 *
 * @param hub where to, for whoever opens the file
 * @param judgedAt the moment against which timestamps were too far ahead, ISO-8601: with another
 *     one other rows might be refused, and the number would count other messages
 * @param files as they were when sending began
 * @param messages how many are surely in the hub, or were refused
 * @param complete whether that is all of them
 */
public record Bookmark(
    String hub, String judgedAt, List<SentFile> files, long messages, boolean complete) {
  public Bookmark {
    files = List.copyOf(files);
  }

  /** Which of the files is another than it was, and in what, or the empty string. */
  String changeTo(List<SentFile> now) {
    for (SentFile file : now) {
      String change =
          files.stream()
              .filter(before -> before.path().equals(file.path()))
              .map(before -> before.changeTo(file))
              .findFirst()
              .orElse("it was not among them");
      if (!change.isEmpty()) {
        return "%s has changed since sending began (%s)".formatted(file.path(), change);
      }
    }
    return "";
  }

  Bookmark at(long sent) {
    return new Bookmark(hub, judgedAt, files, sent, false);
  }

  Bookmark atTheEnd() {
    return new Bookmark(hub, judgedAt, files, messages, true);
  }
}
