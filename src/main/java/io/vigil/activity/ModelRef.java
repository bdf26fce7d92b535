package io.vigil.activity;

/**
 * Which model said something; every output carries it.
 *
 * @param name of the model
 * @param version counted from 1 within the name
 * @param sha256 of the artifact, 64 hexadecimal digits
 */
public record ModelRef(String name, int version, String sha256) {}
