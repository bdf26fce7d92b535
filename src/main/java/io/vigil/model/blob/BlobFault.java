package io.vigil.model.blob;

import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobStorageException;
import java.io.IOException;

/**
 * What the service, or the way to it, had against a request: what was tried, seen, and what to do.
 */
final class BlobFault extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient BlobErrorCode code;

  private BlobFault(String message, int status, BlobErrorCode code, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.code = code;
  }

  static BlobFault of(BlobPlace place, String what, BlobStorageException refused) {
    int status = refused.getStatusCode();
    BlobErrorCode code = refused.getErrorCode();
    return new BlobFault(
        "%s: %s: answered %d %s; %s"
            .formatted(place, what, status, code == null ? "" : code, advice(status, place)),
        status,
        code,
        refused);
  }

  static BlobFault unreached(BlobPlace place, String what, RuntimeException failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    return new BlobFault(
        "%s: %s: not reached (%s); check the address, the firewall of the account and the network"
            .formatted(place, what, innermost.getClass().getSimpleName()),
        0,
        null,
        failure);
  }

  private static String advice(int status, BlobPlace place) {
    return switch (status) {
      case 401, 403 ->
          place.secret().isSet()
              ? "check model.registrySecret, and that it may list, read and create blobs"
              : "give the machine's identity the role Storage Blob Data Contributor on the container";
      case 404 -> "make the container, or set model.registry to another";
      case 429, 503 -> "the account is busy; ask again";
      default -> "see what Azure says of this code";
    };
  }

  int status() {
    return status;
  }

  BlobErrorCode code() {
    return code;
  }
}
