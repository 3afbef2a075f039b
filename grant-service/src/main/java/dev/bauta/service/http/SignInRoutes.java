package dev.bauta.service.http;

import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Person;
import dev.bauta.service.signin.SignIn;
import dev.bauta.service.signin.SignInException;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Signing in with a browser, and the cookies it keeps. A session's cookie is as good as a token of
 * that person's, for calls that come from our own pages.
 */
final class SignInRoutes {
  private static final String DISCONNECT =
      "<form method=\"post\" action=\"/unlink\"><button>Disconnect the chat account I have connected</button></form>";

  private final SignIn signIn;
  private final Gate gate;

  SignInRoutes(SignIn signIn, Gate gate) {
    this.signIn = signIn;
    this.gate = gate;
  }

  void register(Routes routes) {
    routes.page("/sign-in", this::begin);
    routes.page("/sign-in/callback", this::finish);
    routes.button("/sign-out", this::end);
    routes.page("/me", this::me);
  }

  private void begin(Context context) {
    try {
      SignIn.Begun begun = signIn.begin(context.queryParam("to"));
      // the provider sends the browser back from its own site: strict would leave the cookie out
      context.cookie(cookie("sign-in", begun.browser(), SameSite.LAX, 600));
      context.redirect(begun.location().toString());
    } catch (SignInException e) {
      say(context, e);
    }
  }

  private void finish(Context context) {
    String browser = context.cookie(name("sign-in"));
    context.cookie(cookie("sign-in", "", SameSite.LAX, 0));
    try {
      String query = Optional.ofNullable(context.queryString()).orElse("");
      SignIn.Finished finished =
          signIn.finish(
              context.queryParam("state"), browser, query, Callers.address(gate, context));
      // lax: a link in a chat message or a mail finds its reader signed in
      context.cookie(
          cookie(
              "session",
              finished.session(),
              SameSite.LAX,
              (int) signIn.settings().longest().toSeconds()));
      context.redirect(finished.goesTo());
    } catch (SignInException e) {
      say(context, e);
    }
  }

  private void end(Context context) {
    session(context).ifPresent(secret -> signIn.end(secret, Callers.address(gate, context)));
    context.cookie(cookie("session", "", SameSite.LAX, 0));
    page(
        context,
        "Signed out",
        "You are signed out here. At your provider you may still be signed in.");
  }

  /** Who is signed in, if anybody; as {@link #caller}. */
  Optional<Person> person(Context context) {
    return session(context).flatMap(signIn::session);
  }

  private void me(Context context) {
    Optional<Person> person = person(context);
    if (person.isEmpty()) {
      context.redirect("/sign-in?to=/me");
      return;
    }
    TreeSet<String> roles = new TreeSet<>();
    person.get().roles().forEach(role -> roles.add(role.name().toLowerCase(java.util.Locale.ROOT)));
    Pages.html(
        context,
        "Signed in",
        "<p>You are signed in as <b>"
            + Html.text(person.get().name())
            + "</b> ("
            + Html.text(roles.isEmpty() ? "no roles" : String.join(", ", roles))
            + ").</p>"
            + (person.get().chats().isEmpty() ? "" : DISCONNECT)
            + "<form method=\"post\" action=\"/sign-out\"><button>Sign out</button></form>");
  }

  /**
   * Whose session it is, if there is one and the call comes from our own pages.
   *
   * @throws dev.bauta.service.access.NotAllowedException if another site's page makes the browser
   *     call
   */
  Optional<Actor> caller(Context context, String address) {
    return person(context).map(person -> Actor.of(person, "web", address));
  }

  private Optional<String> session(Context context) {
    Optional<String> secret =
        Optional.ofNullable(context.cookie(name("session"))).filter(s -> !s.isEmpty());
    if (secret.isPresent())
      SameSiteCheck.require(
          context.method().toString(),
          context.header("Sec-Fetch-Site"),
          context.header("Origin"),
          signIn.settings().url());
    return secret;
  }

  private void say(Context context, SignInException fault) {
    context.status(fault.isAway() ? 503 : 403);
    page(context, "Not signed in", fault.getMessage());
  }

  private static void page(Context context, String title, String text) {
    Pages.html(
        context, title, "<p>" + Html.text(text) + "</p><p><a href=\"/sign-in\">Sign in</a></p>");
  }

  // __Host-: no other host of the domain can set it, and no page without TLS
  private String name(String what) {
    return (signIn.settings().isSecure() ? "__Host-bauta-" : "bauta-") + what;
  }

  private Cookie cookie(String what, String value, SameSite sameSite, int seconds) {
    Cookie cookie = new Cookie(name(what), value);
    cookie.setPath("/");
    cookie.setMaxAge(seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(signIn.settings().isSecure());
    cookie.setSameSite(sameSite);
    return cookie;
  }
}
