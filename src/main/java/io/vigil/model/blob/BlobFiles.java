package io.vigil.model.blob;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import io.vigil.model.RegistryFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The files of a registry as blobs. A blob is put whole and only where there is none: the service
 * itself decides between two who put the same one.
 */
public final class BlobFiles implements RegistryFiles {
  private static final long serialVersionUID = 1L;

  private final BlobPlace place;
  private transient BlobContainerClient client;

  /** Opens a registry; nothing is asked of the service yet. */
  public BlobFiles(BlobPlace place) {
    this.place = place;
  }

  @Override
  public List<String> list(String prefix) throws IOException {
    ListBlobsOptions options = new ListBlobsOptions().setPrefix(place.prefix() + prefix);
    return asked(
        "list",
        () -> {
          List<String> paths = new ArrayList<>();
          for (BlobItem blob : client().listBlobs(options, null)) {
            paths.add(blob.getName().substring(place.prefix().length()));
          }
          return paths.stream().sorted().toList();
        });
  }

  @Override
  public byte[] read(String path) throws IOException {
    try {
      return asked("read " + path, () -> blob(path).downloadContent().toBytes());
    } catch (BlobFault fault) {
      if (BlobErrorCode.BLOB_NOT_FOUND.equals(fault.code())) {
        throw new NoSuchFileException(placeOf(path));
      }
      throw fault;
    }
  }

  @Override
  public void create(String path, byte[] bytes) throws IOException {
    BlobParallelUploadOptions options =
        new BlobParallelUploadOptions(BinaryData.fromBytes(bytes))
            .setRequestConditions(new BlobRequestConditions().setIfNoneMatch("*"));
    try {
      asked("write " + path, () -> blob(path).uploadWithResponse(options, null, Context.NONE));
    } catch (BlobFault fault) {
      if (fault.status() == 409 || fault.status() == 412) {
        throw new FileAlreadyExistsException(placeOf(path));
      }
      throw fault;
    }
  }

  @Override
  public void replace(String path, byte[] bytes) throws IOException {
    asked(
        "replace " + path,
        () -> {
          blob(path).upload(BinaryData.fromBytes(bytes), true);
          return path;
        });
  }

  /**
   * Folders are there only in accounts with a hierarchical namespace; elsewhere nothing is left.
   */
  @Override
  public void delete(String path) throws IOException {
    asked("delete " + path, () -> blob(path).deleteIfExists());
    String folder = path;
    while (folder.contains("/")) {
      folder = folder.substring(0, folder.lastIndexOf('/'));
      if (any(folder + "/")) {
        return;
      }
      String empty = folder;
      asked("delete " + empty, () -> blob(empty).deleteIfExists());
    }
  }

  /** Whether there is anything whose path begins so, without looking at all of it. */
  public boolean any(String prefix) throws IOException {
    ListBlobsOptions first =
        new ListBlobsOptions().setPrefix(place.prefix() + prefix).setMaxResultsPerPage(1);
    return asked("list", () -> client().listBlobs(first, null).iterator().hasNext());
  }

  @Override
  public String placeOf(String path) {
    return place + path;
  }

  @Override
  public String toString() {
    return place.toString();
  }

  private BlobClient blob(String path) {
    return client().getBlobClient(place.prefix() + path);
  }

  private synchronized BlobContainerClient client() {
    if (client == null) {
      client = BlobClients.of(place);
    }
    return client;
  }

  private <T> T asked(String what, Supplier<T> question) throws IOException {
    try {
      return question.get();
    } catch (BlobStorageException e) {
      throw BlobFault.of(place, what, e);
    } catch (RuntimeException e) {
      throw BlobFault.unreached(place, what, e);
    }
  }
}
