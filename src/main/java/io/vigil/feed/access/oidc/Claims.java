package io.vigil.feed.access.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import io.vigil.feed.access.Role;
import io.vigil.feed.people.Directory;
import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.Settings;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads who somebody is from the claims of a token that was found to be genuine. */
final class Claims {
  private static final int LONGEST_SUBJECT = 255;
  private static final int MOST_WORDS = 1_000;

  private final Settings.Oidc settings;
  private final UnaryOperator<String> storedName;
  private final InstantSource clock;

  /**
   * @param storedName of a participant, by which stores know them
   */
  Claims(Settings.Oidc settings, UnaryOperator<String> storedName, InstantSource clock) {
    this.settings = settings;
    this.storedName = storedName;
    this.clock = clock;
  }

  /**
   * Who a token is of.
   *
   * @throws TokenRefused where it names nobody, or has ended
   */
  Identity identity(JWTClaimsSet claims) throws TokenRefused {
    String subject = claims.getSubject();
    if (subject == null
        || subject.isBlank()
        || subject.length() > LONGEST_SUBJECT
        || subject.chars().anyMatch(Character::isISOControl)) {
      throw new TokenRefused("The token names nobody; expected a `sub` of up to 255 characters");
    }
    Date ends = claims.getExpirationTime();
    // No leave is given for clocks that differ: a session ends with its token, to the second.
    if (ends == null || !ends.toInstant().isAfter(clock.instant())) {
      throw new TokenRefused("The token has ended; sign in again, or ask for another");
    }
    return new Identity(subject, roles(claims), people(claims), ends.toInstant());
  }

  private Set<Role> roles(JWTClaimsSet claims) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : words(claims, settings.rolesClaim())) {
      for (Role role : Role.values()) {
        // Words that are no roles of ours are others' business: a token may serve many programs.
        if (role.name().toLowerCase(Locale.ROOT).equals(word)) {
          roles.add(role);
        }
      }
    }
    return roles;
  }

  private Set<String> people(JWTClaimsSet claims) {
    Set<String> people = new HashSet<>();
    if (!settings.peopleClaim().isEmpty()) {
      words(claims, settings.peopleClaim()).forEach(id -> people.add(storedName.apply(id)));
    }
    return people;
  }

  /** The words of a claim, or of one inside of others: a list of texts, or one with spaces. */
  private static List<String> words(JWTClaimsSet claims, String path) {
    Object at = claims.getClaim(path);
    if (at == null) {
      at = claims.getClaims();
      for (String part : path.split("\\.")) {
        at = at instanceof Map<?, ?> group ? group.get(part) : null;
      }
    }
    if (at instanceof String text) {
      return List.of(text.strip().split("\\s+"));
    }
    return at instanceof Collection<?> list
        ? list.stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .limit(MOST_WORDS)
            .toList()
        : List.of();
  }

  /** Brings ids to pseudonyms, for several threads. */
  static UnaryOperator<String> storedNames(Pseudonyms pseudonyms) {
    return id -> {
      synchronized (pseudonyms) {
        return Directory.storedName(id, pseudonyms);
      }
    };
  }
}
