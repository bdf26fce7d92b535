package io.vigil.source.kafka;

import org.apache.kafka.common.security.auth.AuthenticationContext;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder;

/** Whoever comes in by a listener has its name, so that rights can differ between listeners. */
public final class NamedByListener extends DefaultKafkaPrincipalBuilder {

  /** Called by the broker. */
  public NamedByListener() {
    super(null, null);
  }

  @Override
  public KafkaPrincipal build(AuthenticationContext context) {
    return new KafkaPrincipal(KafkaPrincipal.USER_TYPE, context.listenerName());
  }
}
