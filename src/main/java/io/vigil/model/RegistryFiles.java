package io.vigil.model;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/**
 * The files of a registry, wherever they are kept. A file is created once, whole, and never changes
 * or goes away, unless it is erased with the person it is of: whoever sees it sees all of it. Paths
 * have their parts separated by {@code /}. {@link #toString} says where, without any secret.
 */
public interface RegistryFiles extends Serializable {

  /**
   * The paths that begin with a prefix, sorted; none where there is no registry yet.
   *
   * @throws IOException if the place cannot be read
   */
  List<String> list(String prefix) throws IOException;

  /**
   * The bytes of a file; where it has more than a model may have, not necessarily all of them.
   *
   * @throws NoSuchFileException if there is none
   */
  byte[] read(String path) throws IOException;

  /**
   * Creates a file with its bytes, in one step.
   *
   * @throws FileAlreadyExistsException if it is there already; it is left as it is
   */
  void create(String path, byte[] bytes) throws IOException;

  /**
   * Puts other bytes into a file: for a person's erasure alone, for which nothing else is changed.
   */
  void replace(String path, byte[] bytes) throws IOException;

  /**
   * Deletes a file, if it is there, and folders that are empty then: for a person's erasure alone.
   */
  void delete(String path) throws IOException;

  /** Where a path is, for people: the file itself, or its address. */
  String placeOf(String path);
}
