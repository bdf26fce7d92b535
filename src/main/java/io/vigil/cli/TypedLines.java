package io.vigil.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is typed, a line at a time, read beside what goes on. */
final class TypedLines {
  private final Queue<String> typed = new ConcurrentLinkedQueue<>();

  /** Begins to read; whoever closes the input or ends the process ends that. */
  static TypedLines of(InputStream in) {
    TypedLines lines = new TypedLines();
    Thread reader = new Thread(() -> lines.read(in), "typed-lines");
    reader.setDaemon(true);
    reader.start();
    return lines;
  }

  private void read(InputStream in) {
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        typed.add(line.strip());
      }
    } catch (IOException closed) {
      // Nobody types any more.
    }
  }

  /** The lines since the last time. */
  List<String> next() {
    List<String> fresh = new ArrayList<>();
    for (String line = typed.poll(); line != null; line = typed.poll()) {
      fresh.add(line);
    }
    return fresh;
  }
}
