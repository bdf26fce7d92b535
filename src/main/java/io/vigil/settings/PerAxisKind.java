package io.vigil.settings;

import java.util.List;

/**
 * A number for all axes, or one for each.
 *
 * @param number what each may be
 */
record PerAxisKind(NumberKind number) implements Kind<PerAxis> {

  @Override
  public Class<PerAxis> type() {
    return PerAxis.class;
  }

  @Override
  public String allowed() {
    return number.allowed() + ", or a list of three for the axes x, y and z";
  }

  @Override
  public PerAxis read(String text) throws RefusedValue {
    double all = number.read(text);
    return new PerAxis(all, all, all);
  }

  @Override
  public PerAxis read(List<String> texts) throws RefusedValue {
    if (texts.size() != 3) {
      throw new RefusedValue("is a list of " + texts.size());
    }
    return new PerAxis(
        number.read(texts.get(0)), number.read(texts.get(1)), number.read(texts.get(2)));
  }
}
