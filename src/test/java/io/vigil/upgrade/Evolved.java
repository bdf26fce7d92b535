package io.vigil.upgrade;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * One version of a type named {@code Kept}, compiled while the test runs, in a loader of its own.
 */
final class Evolved {
  private final URLClassLoader loader;

  private Evolved(URLClassLoader loader) {
    this.loader = loader;
  }

  /**
   * @param source of the type, and of others that it holds
   */
  static Evolved of(Path folder, String source) throws IOException {
    Path classes = Files.createTempDirectory(folder, "version");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                said,
                null,
                null,
                List.of("-proc:none", "-d", classes.toString()),
                null,
                List.of(
                    new SimpleJavaFileObject(
                        URI.create("string:///Kept.java"), JavaFileObject.Kind.SOURCE) {
                      @Override
                      public CharSequence getCharContent(boolean ignoreErrors) {
                        return source;
                      }
                    }))
            .call();
    if (!compiled) {
      throw new IllegalArgumentException(said.toString());
    }
    return new Evolved(
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, Evolved.class.getClassLoader()));
  }

  /** A value with what {@code Kept.make()} makes, as a savepoint holds it: type first. */
  byte[] saved() throws Exception {
    TypeSerializer<Object> serializer = serializer();
    DataOutputSerializer out = new DataOutputSerializer(256);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
    serializer.serialize(type().getMethod("make").invoke(null), out);
    return out.getCopyOfBuffer();
  }

  /**
   * The same value as this version reads it.
   *
   * @throws IllegalStateException if the engine would refuse it
   */
  String restored(byte[] saved) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      DataInputDeserializer in = new DataInputDeserializer(saved);
      TypeSerializerSnapshot<Object> old = TypeSerializerSnapshot.readVersionedSnapshot(in, loader);
      TypeSerializer<Object> own = serializer();
      TypeSerializerSchemaCompatibility<Object> found =
          own.snapshotConfiguration().resolveSchemaCompatibility(old);
      if (found.isIncompatible()) {
        throw new IllegalStateException("refused");
      }
      TypeSerializer<Object> reading =
          found.isCompatibleWithReconfiguredSerializer()
              ? found.getReconfiguredSerializer()
              : found.isCompatibleAfterMigration() ? old.restoreSerializer() : own;
      return String.valueOf(reading.deserialize(in));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Class<?> type() throws ClassNotFoundException {
    return loader.loadClass("Kept");
  }

  @SuppressWarnings("unchecked")
  private TypeSerializer<Object> serializer() throws ClassNotFoundException {
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.setGenericTypes(false);
    return (TypeSerializer<Object>) TypeInformation.of(type()).createSerializer(config);
  }
}
