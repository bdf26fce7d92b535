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
   * The places, also those that are not there.
   *
   * @param files of the feed
   */
  List<ErasurePlace> all(DocumentStore store, ErasureFiles files) {
    List<ErasurePlace> places = new ArrayList<>();
    PersonDocuments documents = new PersonDocuments(store, person.participantId(), person.names());
    for (Container container : PersonDocuments.containers()) {
      places.add(
          simple(
              "store/" + container.title(),
              () -> "",
              () -> documents.count(container),
              () -> documents.erase(container)));
    }
    places.add(log(files.log(settings)));
    places.add(hooks(files.ledger));
    places.add(
        settings
            .lake()
            .path()
            .map(this::lake)
            .orElse(new MissingPlace("lake", notSet("lake.path"))));
    places.add(registry());
    places.add(
        settings
            .feed()
            .directory()
            .map(this::directory)
            .orElse(new MissingPlace("directory", notSet("feed.directory"))));
    return places;
  }

  private static String notSet(String setting) {
    return "no %s in the settings".formatted(setting);
  }

  private static String missing(Path file, String expected) {
    return Files.isRegularFile(file)
        ? ""
        : "no such file here, expected %s where there is one".formatted(expected);
  }

  private ErasurePlace log(Path file) {
    return simple(
        "feed log " + file,
        () -> missing(file, "the feed's --log"),
        () -> FeedLog.countIn(file, person.participantId()),
        () -> FeedLog.eraseIn(file, person.participantId()));
  }

  private ErasurePlace hooks(Path ledger) {
    return simple(
        "hooks' ledger " + ledger,
        () -> missing(ledger, "the feed's --ledger"),
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
      public String missing() throws IOException {
        return lake.isThere() ? "" : "no such folder, expected the one that the job writes to";
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
        () -> models.isThere() ? "" : "no models there, expected the registry that the job follows",
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
      public String missing() {
        return ErasurePlaces.missing(file, "the file of feed.directory");
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

  private interface Look {
    String get() throws IOException;
  }

  private static ErasurePlace simple(String name, Look missing, Work count, Work erase) {
    return new ErasurePlace() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String missing() throws IOException {
        return missing.get();
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
