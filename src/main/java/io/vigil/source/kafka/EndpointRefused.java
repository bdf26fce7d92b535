package io.vigil.source.kafka;

import java.io.IOException;

/** Something answers at a hub's address, but not as a Kafka endpoint would that we can speak to. */
abstract sealed class EndpointRefused extends IOException {
  private static final long serialVersionUID = 1L;

  private EndpointRefused(String seen) {
    super(seen);
  }

  /** The connection ends at the first request that Kafka clients send. */
  static final class ApiVersionsDropped extends EndpointRefused {
    private static final long serialVersionUID = 1L;

    ApiVersionsDropped(int version) {
      super("ApiVersions v" + version + " is answered by closing the connection");
    }
  }

  /** It expects TLS, and none was spoken. */
  static final class Encrypted extends EndpointRefused {
    private static final long serialVersionUID = 1L;

    Encrypted() {
      super("the connection was closed, and a TLS handshake is answered");
    }
  }

  /** It speaks no TLS, and TLS was spoken. */
  static final class NotEncrypted extends EndpointRefused {
    private static final long serialVersionUID = 1L;

    NotEncrypted() {
      super("the TLS handshake was not answered, and ApiVersions without TLS is");
    }
  }

  /** It answers with something else. */
  static final class NotKafka extends EndpointRefused {
    private static final long serialVersionUID = 1L;

    NotKafka(String seen) {
      super(seen);
    }
  }
}
