package io.vigil.cli;

import io.vigil.sensor.DeviceProfile;
import io.vigil.sensor.DeviceProfile.Axis;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.Unit;
import io.vigil.settings.Settings;
import java.util.Optional;
import java.util.TreeSet;

/** Device profiles by name: those that come with Vigil, and those of the settings. */
final class Profiles {

  static Optional<DeviceProfile> named(Settings settings, String name) {
    return DeviceProfiles.named(name)
        .or(() -> Optional.ofNullable(settings.profiles().get(name)).map(own -> of(name, own)));
  }

  /**
   * What each unit means, where raw counts are of one profile.
   *
   * @throws UsageException if there is no such profile
   */
  static DeviceProfiles of(Settings settings, String name) {
    return DeviceProfiles.DEFAULT.with(
        named(settings, name)
            .orElseThrow(
                () ->
                    new UsageException(
                        "The device profile '%s' is not known, expected one of %s"
                            .formatted(name, names(settings)))));
  }

  static TreeSet<String> names(Settings settings) {
    TreeSet<String> names = new TreeSet<>(settings.profiles().keySet());
    names.add(DeviceProfile.UCI287.name());
    for (Unit unit : Unit.values()) {
      if (unit != Unit.RAW) {
        names.add(unit.toString());
      }
    }
    return names;
  }

  private static DeviceProfile of(String name, Settings.Profile own) {
    return new DeviceProfile(
        name,
        Unit.RAW,
        new Axis(0, own.countsPerG().x(), own.midRail().x()),
        new Axis(1, own.countsPerG().y(), own.midRail().y()),
        new Axis(2, own.countsPerG().z(), own.midRail().z()),
        own.leastCount(),
        own.mostCount(),
        own.rateHz(),
        DeviceProfile.Direction.UP);
  }

  private Profiles() {}
}
