package io.vigil.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** An artifact taken apart by hand, to put it together again as an attacker would. */
record Sections(byte[] head, byte[] identity, byte[] manifest, byte[] forest) {

  static Sections of(byte[] artifact) {
    ByteBuffer bytes = ByteBuffer.wrap(artifact, 12, artifact.length - 12);
    return new Sections(
        Arrays.copyOf(artifact, 12), section(bytes), section(bytes), section(bytes));
  }

  private static byte[] section(ByteBuffer bytes) {
    byte[] section = new byte[bytes.getInt()];
    bytes.get(section);
    return section;
  }

  Sections withForest(byte[] other) {
    return new Sections(head, identity, manifest, other);
  }

  Sections withManifest(byte[] other) {
    return new Sections(head, identity, other, forest);
  }

  /** All hashes as they must be for these sections. */
  byte[] sealed() {
    byte[] content = join(new byte[0], manifest, forest);
    String sha256 = HexFormat.of().formatHex(Sha256.digest().digest(content));
    String named =
        new String(identity, StandardCharsets.UTF_8)
            .replaceFirst("\"sha256\":\"[0-9a-f]{64}\"", "\"sha256\":\"" + sha256 + "\"");
    byte[] all = join(head, named.getBytes(StandardCharsets.UTF_8), manifest, forest);
    byte[] sealed = Arrays.copyOf(all, all.length + 32);
    System.arraycopy(Sha256.digest().digest(all), 0, sealed, all.length, 32);
    return sealed;
  }

  private static byte[] join(byte[] head, byte[]... sections) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(head);
      for (byte[] section : sections) {
        out.writeInt(section.length);
        out.write(section);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
