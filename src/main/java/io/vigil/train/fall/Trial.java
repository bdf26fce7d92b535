package io.vigil.train.fall;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a recording is of, by the name of its participant.
 *
 * @param id the participant's
 * @param person the body that wore the sensor
 * @param kind of movement: F01 to F15 and D01 to D19 in SisFall; empty for a day's recording
 * @param isFall whether the person falls in it, once
 */
public record Trial(String id, String person, String kind, boolean isFall) {
  private static final Pattern SISFALL = Pattern.compile("(\\w+?)-([FD]\\d\\d)-R\\d+");
  private static final Pattern UMAFALL =
      Pattern.compile("(.*?Subject_\\d+)_(ADL|Fall)_([A-Za-z]+).*");

  /** Reads a name; one that is no trial's is a person who does not fall. */
  public static Trial of(String id) {
    Matcher sisfall = SISFALL.matcher(id);
    if (sisfall.matches()) {
      String kind = sisfall.group(2);
      return new Trial(id, sisfall.group(1), kind, kind.startsWith("F"));
    }
    Matcher umafall = UMAFALL.matcher(id);
    if (umafall.matches()) {
      boolean fall = umafall.group(2).equals("Fall");
      return new Trial(id, umafall.group(1), umafall.group(3), fall);
    }
    return new Trial(id, id, "", false);
  }

  /** Whether it is no trial but a day's recording, in which nobody falls. */
  public boolean isDay() {
    return kind.isEmpty();
  }

  /** The same, worn by this body. */
  public Trial by(String body) {
    return new Trial(id, body, kind, isFall);
  }
}
