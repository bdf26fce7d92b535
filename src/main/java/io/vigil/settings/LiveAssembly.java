package io.vigil.settings;

import static io.vigil.settings.LiveSettings.ADDRESS;
import static io.vigil.settings.LiveSettings.COMMANDS_EVERY;
import static io.vigil.settings.LiveSettings.COMMANDS_HUB;
import static io.vigil.settings.LiveSettings.CONNECTION_STRING;
import static io.vigil.settings.LiveSettings.CONSUMER_GROUP;
import static io.vigil.settings.LiveSettings.COSMOS_ACTIVITIES_KEPT;
import static io.vigil.settings.LiveSettings.COSMOS_CREATE;
import static io.vigil.settings.LiveSettings.COSMOS_DATABASE;
import static io.vigil.settings.LiveSettings.COSMOS_DEAD_LETTERS_KEPT;
import static io.vigil.settings.LiveSettings.COSMOS_ENDPOINT;
import static io.vigil.settings.LiveSettings.COSMOS_KEY;
import static io.vigil.settings.LiveSettings.COSMOS_REVIEWS_KEPT;
import static io.vigil.settings.LiveSettings.COSMOS_THROUGHPUT;
import static io.vigil.settings.LiveSettings.DISCOVER_EVERY;
import static io.vigil.settings.LiveSettings.FORMAT;
import static io.vigil.settings.LiveSettings.HUB;
import static io.vigil.settings.LiveSettings.NAMESPACE;
import static io.vigil.settings.LiveSettings.OWNER_LEVEL;
import static io.vigil.settings.LiveSettings.PROTOCOL;
import static io.vigil.settings.LiveSettings.START;

import java.util.OptionalInt;

/**
 * Puts the settings of the live job's ends together, and checks those that depend on each other.
 */
final class LiveAssembly {

  static Settings.EventHubs eventHubs(Values values) {
    return new Settings.EventHubs(
        values.get(PROTOCOL),
        values.find(NAMESPACE).orElse(""),
        values.find(HUB).orElse(""),
        values.find(ADDRESS).orElse(""),
        values.find(CONNECTION_STRING).orElse(Secret.NONE),
        values.get(CONSUMER_GROUP),
        values.get(FORMAT),
        values.get(START),
        values.get(DISCOVER_EVERY),
        values.find(OWNER_LEVEL).map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  static Settings.Commands commands(Values values) {
    return new Settings.Commands(values.find(COMMANDS_HUB).orElse(""), values.get(COMMANDS_EVERY));
  }

  static Settings.Cosmos cosmos(Values values) {
    return new Settings.Cosmos(
        values.find(COSMOS_ENDPOINT).orElse(""),
        values.find(COSMOS_KEY).orElse(Secret.NONE),
        values.get(COSMOS_DATABASE),
        values.get(COSMOS_CREATE),
        values.get(COSMOS_THROUGHPUT),
        values.get(COSMOS_ACTIVITIES_KEPT),
        values.get(COSMOS_REVIEWS_KEPT),
        values.get(COSMOS_DEAD_LETTERS_KEPT));
  }

  static void check(Settings settings, Node.Group root, Problems problems) {
    if (settings.store().kind() == Settings.Store.Kind.COSMOS
        && settings.cosmos().endpoint().isEmpty()) {
      problems.add(
          root.lineOf("store.kind"),
          "cosmos.endpoint is missing, and store.kind is cosmos; expected "
              + COSMOS_ENDPOINT.kind().allowed());
    }
    if (settings.eventHubs().ownerLevel().isPresent()
        && settings.eventHubs().protocol().equals("kafka")) {
      problems.add(
          root.lineOf("eventhubs.ownerLevel"),
          "eventhubs.ownerLevel is set, and eventhubs.protocol is kafka, which has none; leave one of them out");
    }
  }

  private LiveAssembly() {}
}
