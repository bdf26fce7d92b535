package io.vigil.settings;

import static io.vigil.settings.SettingsTable.ALERTS_FALL_MODEL;
import static io.vigil.settings.SettingsTable.ALERTS_RULES;
import static io.vigil.settings.SettingsTable.EPISODES_RENEW_EVERY;
import static io.vigil.settings.SettingsTable.INPUT_MAX_AHEAD;
import static io.vigil.settings.SettingsTable.INPUT_PROFILE;
import static io.vigil.settings.SettingsTable.MODEL_LOOK_EVERY;
import static io.vigil.settings.SettingsTable.MODEL_REGISTRY;
import static io.vigil.settings.SettingsTable.MODEL_REGISTRY_SECRET;
import static io.vigil.settings.SettingsTable.MODEL_TAKES_OVER_AFTER;
import static io.vigil.settings.SettingsTable.MODEL_USE;
import static io.vigil.settings.SettingsTable.PARALLELISM;
import static io.vigil.settings.SettingsTable.PARTICIPANTS_FILE;
import static io.vigil.settings.SettingsTable.PARTICIPANTS_FORGET_AFTER;
import static io.vigil.settings.SettingsTable.PROFILE_COUNTS_PER_G;
import static io.vigil.settings.SettingsTable.PROFILE_LEAST_COUNT;
import static io.vigil.settings.SettingsTable.PROFILE_MID_RAIL;
import static io.vigil.settings.SettingsTable.PROFILE_MOST_COUNT;
import static io.vigil.settings.SettingsTable.PROFILE_RATE_HZ;
import static io.vigil.settings.SettingsTable.STORE_PATH;
import static io.vigil.settings.SettingsTable.STORE_PREDICTIONS;
import static io.vigil.settings.SettingsTable.TIME_DISORDER;
import static io.vigil.settings.SettingsTable.TIME_MAX_GAP;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Puts single settings together to the record, and checks those that depend on each other. */
final class SettingsAssembly {
  private static final Set<String> BUILT_IN = Set.of("uci287", "g", "m/s2", "mg");

  private SettingsAssembly() {}

  static Settings of(Values values, Set<String> profileNames) {
    Map<String, Settings.Profile> profiles = new TreeMap<>();
    profileNames.forEach(name -> profiles.put(name, profile(values, name)));
    return new Settings(
        new Settings.Time(values.get(TIME_DISORDER), values.get(TIME_MAX_GAP)),
        new Settings.Input(values.get(INPUT_PROFILE), values.get(INPUT_MAX_AHEAD)),
        profiles,
        new Settings.Model(
            values.get(MODEL_REGISTRY),
            values.find(MODEL_REGISTRY_SECRET).orElse(Secret.NONE),
            values.get(MODEL_TAKES_OVER_AFTER),
            values.get(MODEL_LOOK_EVERY),
            values.get(MODEL_USE)),
        new Settings.Participants(
            values.find(PARTICIPANTS_FILE).map(Path::of), values.get(PARTICIPANTS_FORGET_AFTER)),
        new Settings.Episodes(values.get(EPISODES_RENEW_EVERY)),
        values.find(ALERTS_RULES).map(Path::of),
        values.find(ALERTS_FALL_MODEL).map(Path::of),
        new Settings.Store(
            values.get(LiveSettings.STORE_KIND).equals("cosmos")
                ? Settings.Store.Kind.COSMOS
                : Settings.Store.Kind.SQLITE,
            Path.of(values.get(STORE_PATH)),
            values.get(STORE_PREDICTIONS)),
        LakeSettings.lake(values),
        ReviewSettings.review(values),
        LiveAssembly.eventHubs(values),
        LiveAssembly.commands(values),
        LiveAssembly.cosmos(values),
        values.find(LiveSettings.PSEUDONYM_KEY).orElse(Secret.NONE),
        new Settings.Checkpoints(
            Path.of(values.get(LiveSettings.CHECKPOINTS)),
            values.get(LiveSettings.CHECKPOINT_EVERY)),
        FeedAssembly.feed(values),
        values.find(PARALLELISM).map(OptionalInt::of).orElse(OptionalInt.empty()),
        Collections.unmodifiableSortedMap(values.written()));
  }

  private static Settings.Profile profile(Values values, String name) {
    return new Settings.Profile(
        values.get(PROFILE_COUNTS_PER_G, name),
        values.get(PROFILE_MID_RAIL, name),
        values.get(PROFILE_LEAST_COUNT, name),
        values.get(PROFILE_MOST_COUNT, name),
        values.get(PROFILE_RATE_HZ, name));
  }

  static void check(Settings settings, Node.Group root, Problems problems) {
    String used = settings.input().profile();
    if (!BUILT_IN.contains(used) && !settings.profiles().containsKey(used)) {
      problems.add(
          root.lineOf("input.profile"),
          "input.profile: '%s' is not known; expected %s"
              .formatted(settings.written().get("input.profile"), INPUT_PROFILE.kind().allowed()));
    }
    LiveAssembly.check(settings, root, problems);
    FeedAssembly.check(settings, root, problems);
    settings
        .profiles()
        .forEach(
            (name, profile) -> {
              if (BUILT_IN.contains(name)) {
                problems.add(
                    root.lineOf("profiles." + name),
                    "profiles.%s has the name of a built-in profile; expected another"
                        .formatted(name));
              }
              if (profile.leastCount() >= profile.mostCount()) {
                problems.add(
                    root.lineOf("profiles." + name + ".leastCount"),
                    "profiles.%s.leastCount: '%d' is not below mostCount, %d"
                        .formatted(name, profile.leastCount(), profile.mostCount()));
              }
            });
  }
}
