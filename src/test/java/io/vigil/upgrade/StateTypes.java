package io.vigil.upgrade;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the types of states are made of, as this build has them. */
final class StateTypes {

  /** A class without its package, with the class that it stands in. */
  static String title(Class<?> type) {
    return withoutPackage(type.getName());
  }

  /** The name of a serialiser, which says enough by itself where it is not one word for all. */
  static String shortTitle(Class<?> type) {
    return type.getSimpleName().equals("Snapshot") ? title(type) : type.getSimpleName();
  }

  /** The constants of an enum; otherwise name and type of each part that is saved, by name. */
  static String parts(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name())
          .collect(Collectors.joining(", "));
    }
    Stream<String> parts =
        type.isRecord()
            ? Arrays.stream(type.getRecordComponents())
                .map(part -> part(part.getName(), part.getGenericType().getTypeName()))
            : Arrays.stream(type.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(field -> part(field.getName(), field.getGenericType().getTypeName()));
    return parts
        .sorted(Comparator.comparing(part -> part.replace('`', ' ')))
        .collect(Collectors.joining(", "));
  }

  private static String part(String name, String type) {
    return "`%s` %s".formatted(name, withoutPackage(type));
  }

  private static String withoutPackage(String name) {
    return name.replaceAll("\\b[a-z][a-z0-9]*\\.", "").replace('$', '.');
  }

  private StateTypes() {}
}
