package io.vigil.alert;

import io.vigil.settings.Kind;
import io.vigil.settings.RefusedValue;
import java.time.DateTimeException;
import java.time.ZoneId;

/** A time zone by its name. */
record ZoneKind() implements Kind<ZoneId> {

  @Override
  public Class<ZoneId> type() {
    return ZoneId.class;
  }

  @Override
  public String allowed() {
    return "a time zone such as Europe/Berlin or UTC";
  }

  @Override
  public ZoneId read(String text) throws RefusedValue {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new RefusedValue("is no time zone");
    }
  }
}
