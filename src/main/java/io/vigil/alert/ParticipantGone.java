package io.vigil.alert;

/** Nothing came of the participant for so long that nobody watches over them any more. */
public record ParticipantGone() implements Input {}
