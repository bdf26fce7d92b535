package io.vigil.upgrade;

import io.vigil.model.Takeover;
import io.vigil.model.TakeoverReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A registry of what it is given.
 *
 * @param promotions in the order of their revisions
 */
record FixedRegistry(ArrayList<Takeover> promotions) implements TakeoverReader {

  static FixedRegistry of(List<Takeover> promotions) {
    return new FixedRegistry(new ArrayList<>(promotions));
  }

  @Override
  public List<Takeover> after(long revision) {
    return promotions.stream().filter(promotion -> promotion.revision() > revision).toList();
  }
}
