package io.vigil.publish;

import io.vigil.model.Sha256;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.Unit;
import io.vigil.source.FilePlan;
import io.vigil.source.HubAddress;
import io.vigil.source.HubProtocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What is to be sent, and where to.
 *
 * @param protocol of the hub
 * @param hub where to
 * @param plan the files
 * @param settings how the files are read
 * @param profiles what numbers in them are possible
 */
public record Order(
    HubProtocol protocol,
    HubAddress hub,
    FilePlan plan,
    DecoderSettings settings,
    DeviceProfiles profiles) {

  /** Raised when the same files give other messages, or in another order. */
  private static final int SCHEME = 1;

  /** The files as they are now, in the order of their paths. */
  List<SentFile> files() throws IOException {
    List<SentFile> files = new ArrayList<>();
    for (String file : plan.rowsByFile().keySet()) {
      files.add(SentFile.of(Path.of(file)));
    }
    files.sort(Comparator.comparing(SentFile::path));
    return files;
  }

  /**
   * Names the order: the same for the same files, read in the same way, to the same hub; at any
   * speed and in any form.
   */
  String name() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(SCHEME).append('\n').append(protocol).append('\n');
    text.append(hub).append(' ').append(hub.address()).append('\n');
    text.append(plan.splits().get(0).format()).append('\n').append(settings).append('\n');
    for (Unit unit : Unit.values()) {
      text.append(profiles.of(unit)).append('\n');
    }
    files().forEach(file -> text.append(file.path()).append('\n'));
    byte[] hash = Sha256.digest().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, 16);
  }

  /** As messages name the hub. */
  String hubName() {
    return hub + " (" + protocol + ")";
  }
}
