package io.vigil.alert;

/**
 * Which rule said something.
 *
 * @param id of the rule: the alert type's title
 * @param version of the rules it is from
 */
public record RuleRef(String id, int version) {}
