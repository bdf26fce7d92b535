package io.vigil.model.blob;

import com.azure.storage.blob.BlobUrlParts;
import io.vigil.settings.Secret;
import java.io.Serializable;

/**
 * Where in Azure Blob Storage a registry is, and who we are to it.
 *
 * @param container its address, such as {@code https://vigil.blob.core.windows.net/models}
 * @param prefix of all blobs, empty or ending with {@code /}
 * @param secret a connection string or a shared access signature; where none is set, Entra ID says
 *     who we are
 */
public record BlobPlace(String container, String prefix, Secret secret) implements Serializable {

  /**
   * The place an address stands for.
   *
   * @param address of a container, or of a prefix in it
   */
  public static BlobPlace of(String address, Secret secret) {
    BlobUrlParts parts = BlobUrlParts.parse(address);
    String inside = parts.getBlobName() == null ? "" : parts.getBlobName().replaceAll("/+$", "");
    parts.setBlobName(null);
    return new BlobPlace(
        parts.toUrl().toString().replaceAll("/+$", ""),
        inside.isEmpty() ? "" : inside + "/",
        secret);
  }

  /** Where, for people. */
  @Override
  public String toString() {
    return container + "/" + prefix;
  }
}
