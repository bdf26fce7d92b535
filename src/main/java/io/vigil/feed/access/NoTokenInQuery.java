package io.vigil.feed.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.vigil.feed.web.Refusal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses tokens in addresses, which browsers remember and proxies log; a token that came that way
 * has been seen, so it is not let in even where it is valid. The message does not repeat it.
 */
public final class NoTokenInQuery implements Handler {
  private static final Set<String> NAMES =
      Set.of("access_token", "id_token", "refresh_token", "token", "bearer", "authorization");
  private static final Pattern SIGNED =
      Pattern.compile("eyJ[\\w-]*\\.[\\w-]*\\.[\\w-]*", Pattern.UNICODE_CHARACTER_CLASS);

  @Override
  public void handle(Context request) {
    if (request.queryString() == null) {
      return;
    }
    // Some providers send people back with a code that looks like a token; it serves once.
    boolean back = request.path().equals("/callback");
    boolean token =
        request.queryParamMap().entrySet().stream()
            .anyMatch(
                parameter ->
                    NAMES.contains(parameter.getKey().toLowerCase(Locale.ROOT))
                        || !back && parameter.getValue().stream().anyMatch(NoTokenInQuery::signed));
    if (token) {
      throw new Refusal(
          400,
          "There is a token in the address; expected it in the Authorization header. It counts as lost: ask for another");
    }
  }

  private static boolean signed(String value) {
    return SIGNED.matcher(value).find();
  }
}
