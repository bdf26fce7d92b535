package io.vigil.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * One value, or a list of values without repeats.
 *
 * @param each what each may be
 * @param most how many there may be
 */
public record ListKind(Kind<String> each, int most) implements Kind<Texts> {

  @Override
  public Class<Texts> type() {
    return Texts.class;
  }

  @Override
  public String allowed() {
    return each.allowed() + ", or a list of up to " + most + " of them";
  }

  @Override
  public Texts read(String text) throws RefusedValue {
    return new Texts(List.of(each.read(text)));
  }

  @Override
  public Texts read(List<String> texts) throws RefusedValue {
    if (texts.isEmpty() || texts.size() > most) {
      throw new RefusedValue("is a list of " + texts.size());
    }
    List<String> read = new ArrayList<>();
    for (String text : texts) {
      String one = each.read(text);
      if (read.contains(one)) {
        throw new RefusedValue("has one of them twice");
      }
      read.add(one);
    }
    return new Texts(read);
  }
}
