package dev.bauta.service.signin;

import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AuditEvent;
import dev.bauta.service.access.ChatAccount;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.Person;
import dev.bauta.service.access.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Connects a chat account with a person: the chat account gets a code that nobody else sees, and
 * the person, signed in, says that it is theirs. Neither alone is enough. Thread-safe.
 */
public final class Linking {
  /** The words for it in the audit log. */
  public static final String LINKED = "chat.linked";

  public static final String UNLINKED = "chat.unlinked";

  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final SignInSettings settings;
  private final LinkStore links;
  private final Store store;
  private final Directory directory;
  private final Clock clock;
  private volatile BiConsumer<ChatAccount, String> linked = (account, person) -> {};
  private volatile Runnable unlinked = () -> {};

  public Linking(
      SignInSettings settings, LinkStore links, Store store, Directory directory, Clock clock) {
    this.settings = settings;
    this.links = links;
    this.store = store;
    this.directory = directory;
    this.clock = clock;
  }

  /** Is told of every new link, to tell the account; must not throw. */
  public void onLinked(BiConsumer<ChatAccount, String> listener) {
    linked = listener;
  }

  /** Is told when a person has taken a link back; must not throw. */
  public void onUnlinked(Runnable listener) {
    unlinked = listener;
  }

  /**
   * What to tell that chat account, and nobody else.
   *
   * @param account vouched for by its platform
   */
  public String begin(ChatAccount account) {
    Optional<Person> known = directory.byChat(account.platform(), account.team(), account.user());
    if (known.isPresent()) return "This account is connected with " + known.get().name() + ".";
    String code = Secrets.next();
    links.forgetCodes(clock.instant());
    links.remember(
        new LinkStore.Code(Secrets.sha256(code), account, clock.instant().plus(GOOD_FOR)));
    return "To say who you are, open this within "
        + GOOD_FOR.toMinutes()
        + " minutes and sign in. Give it to nobody: "
        + settings.url()
        + "/link?code="
        + code;
  }

  /** The account that the code was given to; empty where it is not good any more. */
  public Optional<ChatAccount> account(String code) {
    return links
        .code(Secrets.sha256(code))
        .filter(c -> clock.instant().isBefore(c.expires()))
        .map(LinkStore.Code::account);
  }

  /**
   * The person says that the account is theirs.
   *
   * @throws SignInException if the code is not good any more, or either is connected already
   */
  public ChatAccount confirm(Person person, String code, String address) {
    ChatAccount account =
        links
            .take(Secrets.sha256(code))
            .filter(c -> clock.instant().isBefore(c.expires()))
            .map(LinkStore.Code::account)
            .orElseThrow(
                () ->
                    SignInException.refused(
                        "This code was used already, or is too old. Ask for another one in chat."));
    if (directory.byChat(account.platform(), account.team(), account.user()).isPresent())
      throw SignInException.refused("This chat account is connected with somebody already.");
    if (person.chat(account.platform()).isPresent()
        || !links.link(account, person.name(), clock.instant()))
      throw SignInException.refused(
          "You are connected with a chat account already. Disconnect that one first.");
    record(LINKED, person, account.platform(), account.team() + "/" + account.user(), address);
    linked.accept(account, person.name());
    return account;
  }

  /** The person takes it back; false where there is nothing that they said themselves. */
  public boolean end(Person person, String platform, String address) {
    boolean ended = links.unlink(platform, person.name());
    if (ended) {
      unlinked.run();
      record(UNLINKED, person, platform, "", address);
    }
    return ended;
  }

  private void record(
      String action, Person person, String platform, String account, String address) {
    Map<String, String> details = Map.of("platform", platform, "account", account);
    store.inTransaction(
        tx -> {
          tx.append(
              AuditEvent.about(clock.instant(), action, Actor.of(person, "web", address), details));
          return null;
        });
  }
}
