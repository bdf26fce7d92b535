package io.vigil.cli;

import io.vigil.alert.Command;
import io.vigil.alert.CommandMessages;
import io.vigil.publish.Publisher;
import io.vigil.settings.Settings;
import io.vigil.store.AskedDocuments;
import io.vigil.store.DocumentStore;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Brings a command to where the job looks for it, by the settings: a hub or the store. */
final class CommandDoor {
  private final Settings settings;
  private final DocumentStore store;
  private final HubAccess hubs;

  CommandDoor(Settings settings, DocumentStore store, HubAccess hubs) {
    this.settings = settings;
    this.store = store;
    this.hubs = hubs;
  }

  /** Sends it; once this returns it is kept, and is followed when the job runs. */
  void send(Command command) {
    String hub = settings.commands().hub();
    if (hub.isEmpty()) {
      store.upsert(List.of(AskedDocuments.command(command)));
      return;
    }
    try (Publisher publisher =
        hubs.publishers().open(hubs.protocol(settings), hubs.address(settings, hub))) {
      publisher.send(
          command.lane(), CommandMessages.write(command).getBytes(StandardCharsets.UTF_8));
      publisher.flush();
    }
  }

  /** Where it is kept meanwhile. */
  String name() {
    return settings.commands().hub().isEmpty() ? "the store" : "hub " + settings.commands().hub();
  }
}
