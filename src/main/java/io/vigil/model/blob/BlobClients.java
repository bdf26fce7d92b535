package io.vigil.model.blob;

import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Builds clients of a container. */
final class BlobClients {
  /** A registry is small and asked again soon: better to say that it cannot be reached. */
  private static final RequestRetryOptions RETRIES =
      new RequestRetryOptions(
          RetryPolicyType.EXPONENTIAL,
          3,
          Duration.ofSeconds(20),
          Duration.ofMillis(200),
          Duration.ofSeconds(2),
          null);

  private static final String SIGNATURE = "SharedAccessSignature=";

  static BlobContainerClient of(BlobPlace place) {
    BlobContainerClientBuilder builder =
        new BlobContainerClientBuilder().endpoint(place.container()).retryOptions(RETRIES);
    if (!place.secret().isSet()) {
      return builder.credential(new DefaultAzureCredentialBuilder().build()).buildClient();
    }
    String secret = place.secret().reveal();
    if (secret.contains("AccountKey=")) {
      return builder
          .credential(StorageSharedKeyCredential.fromConnectionString(secret))
          .buildClient();
    }
    return builder.sasToken(signature(secret)).buildClient();
  }

  /** Of a connection string, or the secret itself. */
  private static String signature(String secret) {
    Optional<String> part =
        Arrays.stream(secret.split(";"))
            .filter(text -> text.startsWith(SIGNATURE))
            .map(text -> text.substring(SIGNATURE.length()))
            .findFirst();
    String signature = part.orElse(secret);
    return signature.startsWith("?") ? signature.substring(1) : signature;
  }

  private BlobClients() {}
}
