package io.vigil.alert;

/** Nothing happened, but a moment has come that an alert waits for. */
public record TimePassed() implements Input {}
