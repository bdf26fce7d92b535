package io.vigil.cli;

/**
 * A place that these settings do not have: receipts say so.
 *
 * @param name of the place
 * @param missing why there is nothing to look into
 */
record MissingPlace(String name, String missing) implements ErasurePlace {

  @Override
  public long count() {
    return 0;
  }

  @Override
  public Outcome erase() {
    return Outcome.all(0);
  }
}
