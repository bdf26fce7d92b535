package io.vigil.source.amqp.server;

import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.SaslListener;
import org.apache.qpid.proton.engine.Transport;

/** Accepts every client at the door: who it is it says later, by a token for each thing it uses. */
final class AnyoneMayEnter implements SaslListener {
  @Override
  public void onSaslInit(Sasl sasl, Transport transport) {
    sasl.done(Sasl.SaslOutcome.PN_SASL_OK);
  }

  @Override
  public void onSaslResponse(Sasl sasl, Transport transport) {
    sasl.done(Sasl.SaslOutcome.PN_SASL_OK);
  }

  @Override
  public void onSaslMechanisms(Sasl sasl, Transport transport) {}

  @Override
  public void onSaslChallenge(Sasl sasl, Transport transport) {}

  @Override
  public void onSaslOutcome(Sasl sasl, Transport transport) {}
}
