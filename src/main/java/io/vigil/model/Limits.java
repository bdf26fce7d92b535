package io.vigil.model;

/** What an artifact may hold at most. Every number read from a file is checked against these. */
final class Limits {
  static final int FILE_BYTES = 64 << 20;
  static final int IDENTITY_BYTES = 4 << 10;
  static final int MANIFEST_BYTES = 8 << 20;
  static final int PERSONAL_BYTES = 8 << 20;
  static final int TREES = 2000;
  static final int NODES_A_TREE = 65_535;
  static final int DEPTH = 64;
  static final int FEATURES = 1024;
  static final int CLASSES = 64;
  static final int PROFILE_FEATURES = 64;
  static final int PROFILE_EDGES = 63;

  private Limits() {}
}
