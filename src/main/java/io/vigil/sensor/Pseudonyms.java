package io.vigil.sensor;

import io.vigil.settings.Secret;
import java.io.Serializable;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names by which participants are known behind the door: {@code p-} and 26 letters and digits, the
 * first 130 bits of a keyed hash (HMAC-SHA256). The same key gives the same id the same name, for
 * ever; without the key nobody can tell whose it is, nor try ids until one fits.
 *
 * <p>Not for several threads at once.
 */
public final class Pseudonyms implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Participants keep their ids. */
  public static final Pseudonyms NONE = new Pseudonyms(Secret.NONE);

  /** The shortest key, in characters: {@code openssl rand -hex 32} gives 64. */
  public static final int SHORTEST_KEY = 16;

  private static final String HASH = "HmacSHA256";
  private static final int BITS = 130;
  private static final int BITS_OF_A_CHARACTER = 5;

  /** Names kept at hand, so that a known participant's batch costs a look-up. */
  private static final int REMEMBERED = 10_000;

  private final Secret key;
  private transient Mac mac;
  private transient Map<String, String> remembered;

  private Pseudonyms(Secret key) {
    this.key = key;
  }

  /**
   * Pseudonyms by this key. Its characters are the key, whatever they are written in (hex, base 64,
   * words); space around them is not.
   *
   * @throws IllegalArgumentException if it is shorter than {@value #SHORTEST_KEY} characters; the
   *     message does not quote it
   */
  public static Pseudonyms by(Secret key) {
    Secret bare = Secret.of(key.reveal().strip());
    int length = bare.reveal().length();
    if (length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "The key for pseudonyms has %d characters, expected at least %d: short ones can be guessed;"
                  .formatted(length, SHORTEST_KEY)
              + " `openssl rand -hex 32` makes one");
    }
    return new Pseudonyms(bare);
  }

  /** Whether participants get other names. */
  public boolean areOn() {
    return key.isSet();
  }

  /** The name of a participant; the id itself where these are {@link #NONE}. */
  public String of(String participantId) {
    if (!areOn()) {
      return participantId;
    }
    if (remembered == null) {
      remembered = new Remembered();
    }
    return remembered.computeIfAbsent(participantId, this::hash);
  }

  /** The same samples under the participant's other name. */
  public SampleBatch of(SampleBatch batch) {
    return areOn()
        ? new SampleBatch(
            of(batch.participantId()),
            batch.times(),
            batch.x(),
            batch.y(),
            batch.z(),
            batch.activity())
        : batch;
  }

  private String hash(String participantId) {
    byte[] hash = mac().doFinal(participantId.getBytes(StandardCharsets.UTF_8));
    int bytes = BITS / 8 + 1;
    String digits =
        new BigInteger(1, Arrays.copyOf(hash, bytes)).shiftRight(8 * bytes - BITS).toString(32);
    return "p-" + "0".repeat(BITS / BITS_OF_A_CHARACTER - digits.length()) + digits;
  }

  private Mac mac() {
    if (mac == null) {
      try {
        mac = Mac.getInstance(HASH);
        mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), HASH));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Every Java platform has " + HASH, e);
      }
    }
    return mac;
  }

  /** Says whether they are on, and nothing of the key. */
  @Override
  public String toString() {
    return "Pseudonyms " + (areOn() ? "on" : "off");
  }

  /** Those used last. */
  private static final class Remembered extends LinkedHashMap<String, String> {
    private static final long serialVersionUID = 1L;

    Remembered() {
      super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > REMEMBERED;
    }
  }
}
