package io.vigil.source;

import java.io.IOException;
import java.util.List;

/** Files were given that cannot be read, or not together. The message has a line for each fault. */
public final class UnusableFilesException extends IOException {
  private static final long serialVersionUID = 1L;

  UnusableFilesException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
  }
}
