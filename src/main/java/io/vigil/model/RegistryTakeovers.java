package io.vigil.model;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a registry's history means to a running job.
 *
 * @param files of the registry
 */
public record RegistryTakeovers(RegistryFiles files) implements TakeoverReader {

  /**
   * {@inheritDoc}
   *
   * @throws IOException also if revisions that were seen before are gone, or a model that was
   *     promoted is missing or was replaced by another: whoever asks keeps what they have
   */
  @Override
  public List<Takeover> after(long revision) throws IOException {
    List<Promotion> promotions = new Promotions(files).after(Math.max(0, revision - 1));
    if (revision > 0 && promotions.isEmpty()) {
      throw new IOException(
          "The registry %s has no revision %d, which was seen before: it is gone or another one"
              .formatted(files, revision));
    }
    List<Takeover> takeovers = new ArrayList<>();
    for (Promotion promotion : promotions) {
      if (promotion.revision() > revision) {
        takeovers.add(
            new Takeover(
                promotion.revision(),
                promotion.from(),
                promotion.place().toString(),
                artifact(promotion)));
      }
    }
    return List.copyOf(takeovers);
  }

  private byte[] artifact(Promotion promotion) throws IOException {
    if (promotion.isWithdrawal()) {
      return new byte[0];
    }
    String path = Registry.pathOf(promotion.model());
    byte[] bytes;
    try {
      bytes = files.read(path);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "%s is missing, and %s".formatted(files.placeOf(path), promotion.line()), e);
    }
    checkSame(path, bytes, promotion);
    return bytes;
  }

  /** Bytes that are no model at all are left to whoever uses them: they will be refused there. */
  private void checkSame(String path, byte[] bytes, Promotion promotion) throws IOException {
    String sha256;
    try {
      sha256 = ModelArtifact.read(bytes).id().sha256();
    } catch (ModelRefused e) {
      return;
    }
    if (!promotion.sha256().isEmpty() && !sha256.equals(promotion.sha256())) {
      throw new IOException(
          "%s has the sha256 %s, expected %s as it was promoted: a version never changes"
              .formatted(files.placeOf(path), sha256, promotion.sha256()));
    }
  }
}
