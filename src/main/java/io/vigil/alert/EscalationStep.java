package io.vigil.alert;

import java.time.Duration;

/**
 * A step of an escalation chain.
 *
 * @param after how long after the step before it, or after the raising
 * @param calls whom it calls
 */
public record EscalationStep(Duration after, String calls) {}
