package io.vigil.sensor.packed;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes what is remembered of a person in few bytes. Checkpoints hold the layout beside them; a
 * later build whose class has other fields reads them by that, and Vigil 0.1.0's, which Flink wrote
 * field by field, as Flink does: the engine then writes all of them anew when it restores.
 *
 * @param <T> an object with public fields, or a record, down to its last part
 */
public final class PackedSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;
  private static final int LENGTH_BITS = 7;

  private final Class<T> type;
  private transient Layout layout;
  private transient Packer packer;
  private transient BitOutput output;
  private transient BitInput input;

  /** For values as this build has them. */
  public PackedSerializer(Class<T> type) {
    this.type = type;
  }

  /** For values as some build wrote them. */
  private PackedSerializer(Class<T> type, Layout layout) {
    this.type = type;
    this.layout = layout;
    ready();
  }

  private void ready() {
    if (packer == null) {
      layout = layout == null ? Layout.of(type) : layout;
      packer = Packer.of(layout, type.getClassLoader(), new Numbers());
      output = new BitOutput();
      input = new BitInput();
    }
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    ready();
    output.clear();
    packer.write(value, output);
    byte[] bytes = output.bytes();
    int left = output.size();
    while (left >>> LENGTH_BITS != 0) {
      target.writeByte(left | 1 << LENGTH_BITS);
      left >>>= LENGTH_BITS;
    }
    target.writeByte(left);
    target.write(bytes, 0, output.size());
  }

  @Override
  @SuppressWarnings("unchecked")
  public T deserialize(DataInputView source) throws IOException {
    ready();
    int size = size(source);
    source.readFully(input.begin(size), 0, size);
    return (T) packer.read(input);
  }

  private static int size(DataInputView source) throws IOException {
    int size = 0;
    for (int shift = 0; ; shift += LENGTH_BITS) {
      int next = source.readUnsignedByte();
      size |= (next & (1 << LENGTH_BITS) - 1) << shift;
      if (next >>> LENGTH_BITS == 0) {
        return size;
      }
    }
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  @SuppressWarnings("unchecked")
  public T copy(T from) {
    ready();
    return (T) packer.copy(from);
  }

  @Override
  public T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public T createInstance() {
    return null;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return layout == null ? new PackedSerializer<>(type) : new PackedSerializer<>(type, layout);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PackedSerializer<?> one && one.type == type;
  }

  @Override
  public int hashCode() {
    return Objects.hash(type);
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    ready();
    return new Snapshot<>(type, layout);
  }

  /** What checkpoints hold of it: the class and its layout. */
  public static final class Snapshot<T> implements TypeSerializerSnapshot<T> {
    private static final int VERSION = 1;

    private Class<T> type;
    private Layout layout;

    /** To be read. */
    public Snapshot() {}

    private Snapshot(Class<T> type, Layout layout) {
      this.type = type;
      this.layout = layout;
    }

    @Override
    public int getCurrentVersion() {
      return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
      out.writeUTF(type.getName());
      layout.write(out);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void readSnapshot(int version, DataInputView in, ClassLoader classes)
        throws IOException {
      type = (Class<T>) Packer.load(in.readUTF(), classes);
      layout = Layout.read(in);
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
      return new PackedSerializer<>(type, layout);
    }

    /** Whether what was written by that can be read, and is to be written anew. */
    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
        TypeSerializerSnapshot<T> old) {
      if (old instanceof Snapshot<T> packed) {
        if (packed.type != type) {
          return TypeSerializerSchemaCompatibility.incompatible();
        }
        if (packed.layout.equals(layout)) {
          return TypeSerializerSchemaCompatibility.compatibleAsIs();
        }
        packed.restoreSerializer();
        return TypeSerializerSchemaCompatibility.compatibleAfterMigration();
      }
      T made = old.restoreSerializer().createInstance();
      return made != null && made.getClass() == type
          ? TypeSerializerSchemaCompatibility.compatibleAfterMigration()
          : TypeSerializerSchemaCompatibility.incompatible();
    }
  }
}
