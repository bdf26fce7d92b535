package io.vigil.cli;

import io.vigil.model.FolderFiles;
import io.vigil.model.Registry;
import io.vigil.model.RegistryFiles;
import io.vigil.model.blob.BlobFiles;
import io.vigil.model.blob.BlobPlace;
import io.vigil.settings.RefusedValue;
import io.vigil.settings.RegistryKind;
import io.vigil.settings.Settings;
import java.nio.file.Path;

/** Opens registries, wherever they are. */
final class RegistryPlace {
  private static final RegistryKind KIND = new RegistryKind();

  /** The files of the registry that an option names, or the settings where it is not given. */
  static RegistryFiles files(String option, Settings settings) {
    return at(option == null ? settings.model().registry() : checked(option), settings);
  }

  /** The registry that an option names, or the settings where it is not given. */
  static Registry open(String option, Settings settings) {
    return new Registry(files(option, settings));
  }

  /** The same, found fit to be written to before any work is done for it. */
  static Registry toWrite(String option, Settings settings) {
    String place = option == null ? settings.model().registry() : option;
    if (!RegistryKind.isContainer(place)) {
      OutputFolder.check("--registry", Path.of(place));
    }
    return open(option, settings);
  }

  private static String checked(String option) {
    try {
      return KIND.read(option);
    } catch (RefusedValue e) {
      throw new UsageException(
          "--registry %s; expected %s".formatted(e.getMessage(), KIND.allowed()));
    }
  }

  private static RegistryFiles at(String place, Settings settings) {
    return RegistryKind.isContainer(place)
        ? new BlobFiles(BlobPlace.of(place, settings.model().registrySecret()))
        : new FolderFiles(place);
  }

  private RegistryPlace() {}
}
