package io.vigil.model.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.model.Registry;
import io.vigil.model.blob.server.BlobServer;
import io.vigil.settings.Secret;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What users are told where the container does not do what was asked. */
class BlobFaultsTest {
  private final BlobServer server = BlobServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anAddressIsAContainerAndAPrefix() {
    BlobPlace place = BlobPlace.of("https://vigil.blob.core.windows.net/models/a/b/", Secret.NONE);
    assertThat(place.container()).isEqualTo("https://vigil.blob.core.windows.net/models");
    assertThat(place.prefix()).isEqualTo("a/b/");
    assertThat(BlobPlace.of("https://vigil.blob.core.windows.net/models", Secret.NONE).prefix())
        .isEmpty();
    assertThat(
            BlobPlace.of(server.container() + "/x", Secret.of(server.connectionString()))
                .toString())
        .isEqualTo(server.container() + "/x/");
  }

  @Test
  void aSignatureLetsInAsAKeyDoes() throws IOException {
    String connection = "BlobEndpoint=http://x;SharedAccessSignature=" + server.signature();
    for (String secret : new String[] {server.signature(), "?" + server.signature(), connection}) {
      assertThat(files(server.container(), secret).list("")).isEmpty();
    }
  }

  /** Seen red with: the secret printed as part of the place. */
  @Test
  void aWrongKeyIsSaidWithoutSayingIt() {
    String wrong = "DefaultEndpointsProtocol=http;AccountName=vigil;AccountKey=d3Jvbmc=";
    assertThatThrownBy(() -> new Registry(files(server.container(), wrong)).history())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(server.container())
        .hasMessageContaining("answered 403 AuthenticationFailed")
        .hasMessageContaining("check model.registrySecret")
        .hasMessageNotContaining("d3Jvbmc=");
  }

  @Test
  void aContainerThatIsGoneIsNotTakenForAnEmptyOne() {
    server.answerAlways(404, "ContainerNotFound");
    assertThatThrownBy(() -> files(server.container(), server.connectionString()).list(""))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("make the container");
    assertThatThrownBy(() -> files(server.container(), server.connectionString()).read("a"))
        .isInstanceOf(BlobFault.class);
  }

  @Test
  void aServerThatIsGoneIsNamed() {
    String container = server.container();
    server.close();
    assertThatThrownBy(() -> files(container, server.connectionString()).list(""))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(container)
        .hasMessageContaining("not reached");
  }

  private static BlobFiles files(String container, String secret) {
    return new BlobFiles(BlobPlace.of(container, Secret.of(secret)));
  }
}
