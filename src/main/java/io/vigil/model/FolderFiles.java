package io.vigil.model;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The files of a registry in a folder, which is made when the first one comes.
 *
 * @param folder where; a text, because paths cannot travel with a job
 */
public record FolderFiles(String folder) implements RegistryFiles {
  /** A registry's own files lie no deeper: name, version, file. */
  private static final int DEEPEST = 3;

  @Override
  public List<String> list(String prefix) throws IOException {
    Path root = Path.of(folder);
    if (!Files.exists(root)) {
      return List.of();
    }
    if (!Files.isDirectory(root)) {
      throw new FileSystemException(folder, null, "is a file, expected a folder of models");
    }
    List<String> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        Set.of(),
        DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = root.relativize(file).toString().replace('\\', '/');
            boolean hidden = file.getFileName().toString().startsWith(".");
            if (attributes.isRegularFile() && !hidden && path.startsWith(prefix)) {
              found.add(path);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            // What somebody writes beside its place is gone once it stands there.
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    Collections.sort(found);
    return found;
  }

  @Override
  public byte[] read(String path) throws IOException {
    return ModelFile.at(Path.of(placeOf(path))).bytes();
  }

  /**
   * Written beside its place and linked there: a link is made whole or, where there is a file
   * already, not at all.
   */
  @Override
  public void create(String path, byte[] bytes) throws IOException {
    Path file = Path.of(placeOf(path));
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(".fresh-" + UUID.randomUUID());
    try {
      Files.write(fresh, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException e) {
      throw new FileSystemException(
          folder, null, "is on a file system without hard links, expected one with them");
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  @Override
  public void replace(String path, byte[] bytes) throws IOException {
    Path file = Path.of(placeOf(path));
    Path fresh = file.resolveSibling(".fresh-" + UUID.randomUUID());
    try {
      Files.write(fresh, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    Path file = Path.of(placeOf(path));
    Files.deleteIfExists(file);
    try {
      // Version and name, where nothing else is in them.
      Files.deleteIfExists(file.getParent());
      Files.deleteIfExists(file.getParent().getParent());
    } catch (DirectoryNotEmptyException e) {
      return;
    }
  }

  @Override
  public String placeOf(String path) {
    return Path.of(folder).resolve(path).toString();
  }

  @Override
  public String toString() {
    return folder;
  }
}
