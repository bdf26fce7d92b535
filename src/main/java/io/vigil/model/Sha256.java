package io.vigil.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that models and their data are told apart by. */
public final class Sha256 {

  /** A digest to feed. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private Sha256() {}
}
