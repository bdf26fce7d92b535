package io.vigil.lake;

import io.vigil.model.blob.BlobFiles;
import io.vigil.model.blob.BlobPlace;
import io.vigil.settings.Secret;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder in Azure storage, asked for as blobs by whoever this process is: the file systems that
 * Flink brings know no identity of a pod. Where the account has real folders they are listed among
 * the files; by their names, {@code NAME=VALUE}, they are told from those.
 */
final class BlobLakeFolder implements LakeFolder {
  private static final Pattern ADDRESS =
      Pattern.compile("abfss?://([^@/]+)@([^./]+)\\.dfs\\.([^/]+)/?(.*)");
  private static final Pattern FOLDER = Pattern.compile("[a-z]+=[^/]*");

  private final BlobFiles lake;
  private final String folder;

  /**
   * @param lake the blobs of the whole lake
   * @param inside the folder's path in it
   */
  BlobLakeFolder(BlobFiles lake, String inside) {
    this.lake = lake;
    this.folder = inside;
  }

  /** Whether a lake at this path is in Azure storage. */
  static boolean isAzure(String path) {
    return ADDRESS.matcher(path).matches();
  }

  /**
   * The blobs of a lake, as this process' own identity.
   *
   * @param path such as {@code abfss://CONTAINER@ACCOUNT.dfs.core.windows.net/FOLDER}
   */
  static BlobFiles blobs(String path) {
    return new BlobFiles(BlobPlace.of(address(path), Secret.NONE));
  }

  /** The same place for those who ask for blobs. */
  static String address(String path) {
    Matcher address = ADDRESS.matcher(path);
    if (!address.matches()) {
      throw new IllegalArgumentException(
          path + " is not in Azure storage, expected abfss://CONTAINER@ACCOUNT.dfs.SUFFIX/FOLDER");
    }
    return "https://%s.blob.%s/%s/%s"
        .formatted(address.group(2), address.group(3), address.group(1), address.group(4))
        .replaceAll("/+$", "");
  }

  @Override
  public boolean isInALake() throws IOException {
    return lake.any("");
  }

  @Override
  public List<String> files() throws IOException {
    return lake.list(folder + "/").stream().filter(path -> !isFolder(path)).toList();
  }

  private static boolean isFolder(String path) {
    return FOLDER.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
  }

  @Override
  public void delete(String file) throws IOException {
    lake.delete(file);
  }

  @Override
  public void deleteFolders() throws IOException {
    List<String> folders = new ArrayList<>(lake.list(folder + "/"));
    // What is inside before what it is in.
    Collections.reverse(folders);
    folders.removeIf(path -> !isFolder(path));
    folders.add(folder);
    for (String each : folders) {
      lake.delete(each);
    }
  }
}
