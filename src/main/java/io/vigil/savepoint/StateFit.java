package io.vigil.savepoint;

import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonSerializerKeys;

/** Whether what was saved of a type can be read as this build has the type. */
enum StateFit {
  /** It is the same. */
  SAME("as it is"),
  /** Fields have come or gone: it is brought to the new form as it is read. */
  CHANGED("brought to its new form"),
  /** Its engine would refuse it. */
  REFUSED("of another type than this build has");

  final String words;

  StateFit(String words) {
    this.words = words;
  }

  /** What the engine would find. */
  static StateFit of(StateMetaInfoSnapshot state) {
    TypeSerializerSnapshot<?> saved =
        state.getTypeSerializerSnapshot(CommonSerializerKeys.VALUE_SERIALIZER);
    try {
      return saved == null ? SAME : fit(saved);
    } catch (RuntimeException | LinkageError unknown) {
      return REFUSED;
    }
  }

  private static <T> StateFit fit(TypeSerializerSnapshot<T> saved) {
    Optional<TypeSerializer<T>> own = own(saved.restoreSerializer());
    if (own.isEmpty()) {
      return SAME;
    }
    TypeSerializerSchemaCompatibility<T> found =
        own.get().snapshotConfiguration().resolveSchemaCompatibility(saved);
    return found.isIncompatible() ? REFUSED : found.isCompatibleAsIs() ? SAME : CHANGED;
  }

  /** The serialiser that this build has for the same type; none where it is one of Flink's own. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> Optional<TypeSerializer<T>> own(TypeSerializer<T> saved) {
    if (saved instanceof PojoSerializer<?>) {
      T example = saved.createInstance();
      return example == null
          ? Optional.empty()
          : Optional.of(
              (TypeSerializer<T>)
                  TypeInformation.of(example.getClass())
                      .createSerializer(new SerializerConfigImpl()));
    }
    if (saved instanceof MapSerializer map) {
      return own(map.getValueSerializer())
          .map(value -> new MapSerializer(map.getKeySerializer(), (TypeSerializer) value));
    }
    if (saved instanceof ListSerializer list) {
      return own(list.getElementSerializer())
          .map(element -> new ListSerializer((TypeSerializer) element));
    }
    return Optional.empty();
  }
}
