package io.vigil.feed.access.oidc;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vigil.feed.access.Actor;
import io.vigil.feed.access.Unauthorised;
import io.vigil.feed.web.FeedModule;
import io.vigil.feed.web.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where browsers sign in and out: {@code /login}, {@code /callback} and {@code /logout}. */
final class SignInRoutes implements FeedModule {
  static final String CALLBACK = "/callback";

  /** A path of the feed: two slashes, or a backslash, would lead to another host. */
  private static final Pattern HERE = Pattern.compile("/(?!/)[\\w/.?=&%#~-]{0,500}");

  private static final Pattern ERROR = Pattern.compile("[a-z_]{1,60}");

  private final SignIn signIn;
  private final Sessions sessions;
  private final Cookies cookies;
  private final Provider provider;

  SignInRoutes(SignIn signIn, Sessions sessions, Cookies cookies, Provider provider) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookies = cookies;
    this.provider = provider;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.get("/login", this::login);
    config.routes.get(CALLBACK, this::callback);
    config.routes.post("/logout", this::logout);
  }

  private void login(Context context) {
    String asked = context.queryParam("to");
    SignIn.Begun begun = signIn.begin(asked != null && HERE.matcher(asked).matches() ? asked : "/");
    cookies.hide(context, Cookies.SIGN_IN, begun.state(), SignIn.LONGEST);
    context.redirect(begun.provider().toString(), HttpStatus.SEE_OTHER);
  }

  private void callback(Context context) {
    String begunHere = cookies.read(context, Cookies.SIGN_IN);
    cookies.remove(context, Cookies.SIGN_IN);
    String error = one(context, "error");
    if (error != null) {
      throw new Refusal(
          401,
          "The identity provider did not let you in (%s); begin again at /login"
              .formatted(ERROR.matcher(error).matches() ? error : "it does not say why"));
    }
    String state = one(context, "state");
    String code = one(context, "code");
    if (state == null || code == null || code.isBlank()) {
      throw new Refusal(
          400, "There is no code or no state; expected to be sent here by the identity provider");
    }
    SignIn.Done done = signIn.finish(state, begunHere, code, one(context, "iss"));
    sessions.begin(done.identity(), context);
    Actor.note(context, done.identity().subject());
    context.redirect(done.goOn(), HttpStatus.SEE_OTHER);
  }

  private void logout(Context context) {
    Session session =
        sessions.of(context).orElseThrow(() -> new Unauthorised("Nobody is signed in"));
    Actor.note(context, session.identity().subject());
    sessions.guard(session, context);
    sessions.end(context);
    context.json(Map.of("signedOut", true, "next", endAtProvider()));
  }

  /** Where the browser may go on to be signed out at the provider too. */
  private String endAtProvider() {
    OIDCProviderMetadata metadata = provider.known().metadata();
    URI end = metadata.getEndSessionEndpointURI();
    return end == null ? "/" : end.toString();
  }

  /** A parameter that may be there once. */
  private static String one(Context context, String name) {
    List<String> values = context.queryParams(name);
    if (values.size() > 1) {
      throw new Refusal(400, "The parameter " + name + " is there twice; expected it once");
    }
    return values.isEmpty() ? null : values.get(0);
  }
}
