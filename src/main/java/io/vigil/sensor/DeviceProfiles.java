package io.vigil.sensor;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which profile explains each unit.
 *
 * @param byUnit one for every unit
 */
public record DeviceProfiles(Map<Unit, DeviceProfile> byUnit) implements Serializable {
  /** Units as they are, raw counts as those of {@link DeviceProfile#UCI287}. */
  public static final DeviceProfiles DEFAULT =
      new DeviceProfiles(
          Map.of(
              Unit.RAW, DeviceProfile.UCI287,
              Unit.G, DeviceProfile.IN_G,
              Unit.M_S2, DeviceProfile.IN_M_S2,
              Unit.MG, DeviceProfile.IN_MG));

  public DeviceProfiles {
    byUnit = Map.copyOf(byUnit);
  }

  /** The profile that comes with Vigil under this name, if there is one. */
  public static Optional<DeviceProfile> named(String name) {
    return List.of(
            DeviceProfile.UCI287, DeviceProfile.IN_G, DeviceProfile.IN_M_S2, DeviceProfile.IN_MG)
        .stream()
        .filter(profile -> profile.name().equals(name))
        .findFirst();
  }

  /** The same with this profile for its unit. */
  public DeviceProfiles with(DeviceProfile profile) {
    Map<Unit, DeviceProfile> changed = new EnumMap<>(byUnit);
    changed.put(profile.unit(), profile);
    return new DeviceProfiles(changed);
  }

  /** The profile of devices that send this unit. */
  public DeviceProfile of(Unit unit) {
    return byUnit.get(unit);
  }
}
