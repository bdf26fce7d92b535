package io.vigil.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * An alert that somebody still has to deal with, and the commands that it has seen.
 *
 * @param alert as it was last written
 * @param commands the ids of the newest commands, at most {@value #MOST}; an older one that comes
 *     again is judged anew, and most often refused because what it asks for is so already
 */
public record OpenAlert(Alert alert, List<String> commands) {
  static final int MOST = 32;

  public OpenAlert {
    commands = List.copyOf(commands);
  }

  OpenAlert now(Alert changed) {
    return new OpenAlert(changed, commands);
  }

  OpenAlert seen(String command) {
    List<String> more = new ArrayList<>(commands);
    more.add(command);
    return new OpenAlert(alert, more.subList(Math.max(0, more.size() - MOST), more.size()));
  }
}
