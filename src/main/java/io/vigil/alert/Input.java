package io.vigil.alert;

/** What changes alerts. */
public sealed interface Input permits Incident, Command, HeldCommand, TimePassed, ParticipantGone {}
