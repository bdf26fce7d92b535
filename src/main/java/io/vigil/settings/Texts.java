package io.vigil.settings;

import java.util.List;

/** Values of one setting, in the order in which they are written. */
public record Texts(List<String> texts) {

  public Texts {
    texts = List.copyOf(texts);
  }
}
