package io.vigil.lake;

import java.io.IOException;
import java.util.List;

/** One participant's folder of a lake, as an erasure needs it: wherever it is, and whoever asks. */
public interface LakeFolder {

  /** Whether there is a lake around it, with whatever in it. */
  boolean isInALake() throws IOException;

  /** All files in it, however deep; none where there is no such folder. */
  List<String> files() throws IOException;

  /** Deletes a file that was found. */
  void delete(String file) throws IOException;

  /** Deletes the folder and those in it, in which there are no files any more. */
  void deleteFolders() throws IOException;
}
