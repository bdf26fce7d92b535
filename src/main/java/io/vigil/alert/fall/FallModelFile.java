package io.vigil.alert.fall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vigil.model.ModelRefused;
import io.vigil.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** A model of falls as text: JSON, the fields in the order of the record, each there once. */
public final class FallModelFile {
  private static final String SHIPPED = "/io/vigil/alert/fall/fall-model.json";

  /** Longer than any model of so few terms. */
  private static final int LONGEST_BYTES = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The model that comes with Vigil. */
  public static FallModel shipped() {
    try (InputStream in = FallModelFile.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + SHIPPED + ": build it again");
      }
      return read(in.readNBytes(LONGEST_BYTES + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a model's file.
   *
   * @throws ModelRefused as {@link #read(byte[])}
   * @throws IOException if there is no such file that can be read
   */
  public static FallModel read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in.readNBytes(LONGEST_BYTES + 1));
    }
  }

  /** Reads a model's text, as {@link #read(byte[])}. */
  public static FallModel read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a model.
   *
   * @throws ModelRefused if it is no model of falls, made for other features, or answers otherwise
   *     than in training
   */
  public static FallModel read(byte[] json) {
    if (json.length > LONGEST_BYTES) {
      throw new ModelRefused(
          "The fall model has more than " + LONGEST_BYTES + " bytes, the most it may have");
    }
    try {
      return JSON.readValue(json, FallModel.class).checked();
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof ModelRefused refused) {
        throw refused;
      }
      throw new ModelRefused("The fall model is not as expected: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot fail: the bytes are in memory", e);
    }
  }

  /** The model as text; reading it gives the same model. */
  public static String write(FallModel model) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(model) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot be written as JSON: " + model, e);
    }
  }

  static String sha256(FallModel model) {
    byte[] text = write(model).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.digest().digest(text));
  }

  private FallModelFile() {}
}
