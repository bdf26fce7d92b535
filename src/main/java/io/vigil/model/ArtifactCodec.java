package io.vigil.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The bytes of an artifact, numbers big-endian:
 *
 * <pre>
 * magic           8 bytes  VIGILMDL
 * format version  int32    1, or 2 of a wearer's own model
 * identity        int32 length, then JSON: name, version, createdAt, sha256
 * manifest        int32 length, then JSON
 * forest          int32 length, then what ForestCodec says
 * personal        only in version 2: int32 length, then JSON
 * seal            32 bytes SHA-256 of everything before
 * </pre>
 *
 * The model's own sha256, in the identity, is over the sections after it with their lengths, the
 * bytes as they stand in the file: training again gives the same one under any name, version or
 * date.
 */
final class ArtifactCodec {
  static final int FORMAT_VERSION = 1;
  static final int PERSONAL_FORMAT_VERSION = 2;
  private static final byte[] MAGIC = "VIGILMDL".getBytes(StandardCharsets.US_ASCII);
  private static final int SEAL_BYTES = 32;

  private record Identity(String name, int version, String createdAt, String sha256) {}

  static byte[] write(ModelArtifact artifact) {
    ModelId id = artifact.id();
    Identity identity =
        new Identity(id.name(), id.version(), artifact.createdAt().toString(), id.sha256());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(MAGIC);
      out.writeInt(artifact.personal().isPresent() ? PERSONAL_FORMAT_VERSION : FORMAT_VERSION);
      section(ArtifactJson.write(identity), Limits.IDENTITY_BYTES, "identity", out);
      sections(artifact.manifest(), artifact.forest(), artifact.personal(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.writeBytes(Sha256.digest().digest(bytes.toByteArray()));
    checkSize(bytes.size());
    return bytes.toByteArray();
  }

  static String sha256(Manifest manifest, FlatForest forest, Optional<Personal> personal) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      sections(manifest, forest, personal, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(Sha256.digest().digest(bytes.toByteArray()));
  }

  private static void sections(
      Manifest manifest, FlatForest forest, Optional<Personal> personal, DataOutputStream out)
      throws IOException {
    section(ArtifactJson.write(manifest), Limits.MANIFEST_BYTES, "manifest", out);
    section(ForestCodec.write(forest), Limits.FILE_BYTES, "forest", out);
    if (personal.isPresent()) {
      section(PersonalJson.write(personal.get()), Limits.PERSONAL_BYTES, "wearer's windows", out);
    }
  }

  private static void section(byte[] section, int limit, String name, DataOutputStream out)
      throws IOException {
    checkLength(section.length, limit, name);
    out.writeInt(section.length);
    out.write(section);
  }

  static ModelArtifact read(byte[] file) {
    checkSize(file.length);
    Bytes bytes = new Bytes(file, "The file");
    ModelRefused.unless(
        file.length >= MAGIC.length && Arrays.equals(bytes.take(MAGIC.length), MAGIC),
        "The file is no model: expected it to start with VIGILMDL");
    int version = bytes.int32();
    ModelRefused.unless(
        version == FORMAT_VERSION || version == PERSONAL_FORMAT_VERSION,
        "The file has format version %d, expected %d or %d",
        version,
        FORMAT_VERSION,
        PERSONAL_FORMAT_VERSION);
    checkSeal(file);
    Identity identity =
        ArtifactJson.read(take(bytes, Limits.IDENTITY_BYTES, "identity"), Identity.class);
    int from = file.length - bytes.remaining();
    byte[] manifest = take(bytes, Limits.MANIFEST_BYTES, "manifest");
    byte[] forest = take(bytes, Limits.FILE_BYTES, "forest");
    Optional<byte[]> personal =
        version == PERSONAL_FORMAT_VERSION
            ? Optional.of(take(bytes, Limits.PERSONAL_BYTES, "wearer's windows"))
            : Optional.empty();
    ModelRefused.unless(
        bytes.remaining() == SEAL_BYTES,
        "The file has %d bytes after the last section, expected a seal of %d",
        bytes.remaining(),
        SEAL_BYTES);
    MessageDigest digest = Sha256.digest();
    digest.update(file, from, file.length - SEAL_BYTES - from);
    String sha256 = HexFormat.of().formatHex(digest.digest());
    ModelRefused.unless(
        sha256.equals(identity.sha256()),
        "The model's sections have the sha256 %s, expected %s as its identity says",
        sha256,
        identity.sha256());
    return new ModelArtifact(
        new ModelId(identity.name(), identity.version(), sha256),
        instant(identity.createdAt()),
        ManifestJson.read(manifest),
        ForestCodec.read(forest),
        personal.map(PersonalJson::read));
  }

  private static byte[] take(Bytes bytes, int limit, String name) {
    int length = bytes.int32();
    checkLength(length, limit, name);
    return bytes.take(length);
  }

  private static void checkSeal(byte[] file) {
    ModelRefused.unless(
        file.length > SEAL_BYTES, "The file is truncated: it has %d bytes", file.length);
    MessageDigest digest = Sha256.digest();
    digest.update(file, 0, file.length - SEAL_BYTES);
    byte[] seal = Arrays.copyOfRange(file, file.length - SEAL_BYTES, file.length);
    byte[] seen = digest.digest();
    ModelRefused.unless(
        Arrays.equals(seen, seal),
        "The file is truncated or altered: its %d bytes have the SHA-256 %s, expected %s",
        file.length - SEAL_BYTES,
        HexFormat.of().formatHex(seen),
        HexFormat.of().formatHex(seal));
  }

  private static void checkSize(int length) {
    ModelRefused.unless(
        length <= Limits.FILE_BYTES,
        "The file has more than %d bytes, the most a model may have",
        Limits.FILE_BYTES);
  }

  private static void checkLength(int length, int limit, String name) {
    ModelRefused.unless(
        length >= 0 && length <= limit,
        "The %s has %d bytes, expected at most %d",
        name,
        length,
        limit);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new ModelRefused("The model was created at '" + text + "', expected ISO-8601 UTC", e);
    }
  }

  private ArtifactCodec() {}
}
