package io.vigil.cli;

import io.vigil.feed.hook.HookLedger;
import io.vigil.feed.log.FeedLog;
import io.vigil.feed.people.DirectoryErasure;
import io.vigil.lake.LakeErasure;
import io.vigil.model.RegistryErasure;
import io.vigil.settings.Settings;
import io.vigil.store.Container;
import io.vigil.store.DocumentStore;
import io.vigil.store.PersonDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All places that may hold something of a person, as the settings have them. */
final class ErasurePlaces {
  private final Settings settings;
  private final ErasedPerson person;

  ErasurePlaces(Settings settings, ErasedPerson person) {
    this.settings = settings;
    this.person = person;
  }

  /**
   * The places.
   *
   * @param ledger of hooks; left out where there is none
   */
  List<ErasurePlace> all(DocumentStore store, Path ledger) {
    List<ErasurePlace> places = new ArrayList<>();
    PersonDocuments documents = new PersonDocuments(store, person.participantId(), person.names());
    for (Container container : PersonDocuments.containers()) {
      places.add(
          simple(
              "store/" + container.title(),
              () -> documents.count(container),
              () -> documents.erase(container)));
    }
    Path log = settings.store().path().resolveSibling("feed.db");
    if (Files.isRegularFile(log)) {
      places.add(
          simple(
              "feed log " + log,
              () -> FeedLog.countIn(log, person.participantId()),
              () -> FeedLog.eraseIn(log, person.participantId())));
    }
    if (Files.isRegularFile(ledger)) {
      places.add(hooks(ledger));
    }
    settings.lake().path().ifPresent(path -> places.add(lake(path)));
    places.add(registry());
    settings
        .feed()
        .directory()
        .filter(Files::isRegularFile)
        .ifPresent(file -> places.add(directory(file)));
    return places;
  }

  private ErasurePlace hooks(Path ledger) {
    return simple(
        "hooks' ledger " + ledger,
        () -> {
          try (HookLedger told = HookLedger.open(ledger)) {
            return told.count(person.participantId());
          }
        },
        () -> {
          try (HookLedger told = HookLedger.open(ledger)) {
            return told.erase(person.participantId());
          }
        });
  }

  private ErasurePlace lake(String path) {
    Engine.loadFileSystems();
    LakeErasure lake =
        LakeErasure.of(
            path, settings.lake().project(), person.participantId(), Engine.signsInToAzure());
    return new ErasurePlace() {
      @Override
      public String name() {
        return "lake " + path;
      }

      @Override
      public long count() throws IOException {
        LakeErasure.Held held = lake.look();
        return held.files() + held.gathered();
      }

      @Override
      public Outcome erase() throws IOException {
        LakeErasure.Held held = lake.erase();
        return new Outcome(
            held.files(),
            held.gathered() == 0
                ? ""
                : "%d files that the job has yet to end, which lake.fileEvery (%s) says when; run the command again after that"
                    .formatted(held.gathered(), Moments.span(settings.lake().fileEvery())));
      }
    };
  }

  private ErasurePlace registry() {
    RegistryErasure models = registryErasure();
    return simple(
        "personal models in " + settings.model().registry(),
        () -> models.own().size() + models.promotions(),
        models::erase);
  }

  /** The registry, for what was trained with the person as well. */
  RegistryErasure registryErasure() {
    return new RegistryErasure(RegistryPlace.files(null, settings), person.participantId());
  }

  private ErasurePlace directory(Path file) {
    DirectoryErasure directory =
        new DirectoryErasure(file, ErasedPerson.pseudonyms(settings), person.participantId());
    return new ErasurePlace() {
      @Override
      public String name() {
        return "directory " + file;
      }

      @Override
      public long count() throws IOException {
        return directory.isThere() ? 1 : 0;
      }

      @Override
      public Outcome erase() throws IOException {
        if (!directory.isThere()) {
          return Outcome.all(0);
        }
        return directory
            .erase()
            .map(why -> new Outcome(0, "the entry: " + why + "; take it out by hand"))
            .orElse(Outcome.all(1));
      }
    };
  }

  private interface Work {
    long get() throws IOException;
  }

  private static ErasurePlace simple(String name, Work count, Work erase) {
    return new ErasurePlace() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long count() throws IOException {
        return count.get();
      }

      @Override
      public Outcome erase() throws IOException {
        return Outcome.all(erase.get());
      }
    };
  }
}
