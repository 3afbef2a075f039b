package dev.bauta.service.http;

import dev.bauta.service.access.ChatAccount;
import dev.bauta.service.access.Person;
import dev.bauta.service.signin.Linking;
import dev.bauta.service.signin.SignInException;
import io.javalin.http.Context;
import java.util.Optional;

/** The page on which a person says that a chat account is theirs. */
final class LinkRoutes {
  private final Linking linking;
  private final SignInRoutes sessions;
  private final Gate gate;

  LinkRoutes(Linking linking, SignInRoutes sessions, Gate gate) {
    this.linking = linking;
    this.sessions = sessions;
    this.gate = gate;
  }

  void register(Routes routes) {
    routes.page("/link", this::ask);
    routes.button("/link", this::confirm);
    routes.button("/unlink", this::end);
  }

  private void ask(Context context) {
    String code = Optional.ofNullable(context.queryParam("code")).orElse("");
    Optional<Person> person = sessions.person(context);
    if (person.isEmpty()) {
      // a code of ours has only characters that an address may have; any other is no code
      context.redirect(
          "/sign-in?to=/link" + (code.matches("[A-Za-z0-9_-]{1,100}") ? "%3Fcode=" + code : ""));
      return;
    }
    Optional<ChatAccount> account = linking.account(code);
    if (account.isEmpty()) {
      context.status(404);
      Pages.say(
          context,
          "Not connected",
          "This code was used already, or is too old. Ask for another one in chat.");
      return;
    }
    Pages.html(
        context,
        "Connect accounts",
        "<p>The "
            + Html.text(account.get().platform())
            + " account <b>"
            + Html.text(account.get().user())
            + "</b> of the workspace <b>"
            + Html.text(account.get().team())
            + "</b> is to be connected with <b>"
            + Html.text(person.get().name())
            + "</b>.</p><p>Whoever uses that account can then ask and decide as "
            + Html.text(person.get().name())
            + ". Go on only if you have asked for this yourself, just now.</p>"
            + "<form method=\"post\" action=\"/link\"><input type=\"hidden\" name=\"code\" value=\""
            + Html.text(code)
            + "\"><button>Connect</button></form>");
  }

  private void confirm(Context context) {
    Person person = sessions.person(context).orElseThrow(Callers.UnknownCallerException::new);
    String code = Optional.ofNullable(context.formParam("code")).orElse("");
    try {
      ChatAccount account = linking.confirm(person, code, Callers.address(gate, context));
      Pages.say(
          context,
          "Connected",
          "The "
              + account.platform()
              + " account "
              + account.user()
              + " is "
              + person.name()
              + "'s.");
    } catch (SignInException e) {
      context.status(403);
      Pages.say(context, "Not connected", e.getMessage());
    }
  }

  private void end(Context context) {
    Person person = sessions.person(context).orElseThrow(Callers.UnknownCallerException::new);
    boolean ended = linking.end(person, "slack", Callers.address(gate, context));
    Pages.say(
        context,
        ended ? "Disconnected" : "Not connected",
        ended
            ? "Your chat account is not connected any more."
            : "There is no account that you have connected yourself.");
  }
}
