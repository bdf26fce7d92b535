package io.vigil.alert;

/**
 * A command that came before its alert, as can happen after a restart: samples and commands are
 * read again, each at their own pace.
 *
 * @param command what is to be done once the alert is raised
 * @param until how long that is waited for, microseconds by the clock that inputs are applied with
 */
public record HeldCommand(Command command, long until) implements Input {}
