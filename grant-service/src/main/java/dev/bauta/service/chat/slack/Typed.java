package dev.bauta.service.chat.slack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed behind the command, understood. Nothing is looked up here; what cannot be
 * understood says what would be, and never repeats what was typed: it may hold personal data.
 */
sealed interface Typed {
  /** What the commands are. */
  record Help() implements Typed {}

  /** The form; for one service where its name was typed. */
  record Form(String service) implements Typed {}

  /** What concerns the person. */
  record Mine() implements Typed {}

  /** Say who one is. */
  record Link() implements Typed {}

  /** What has become of one request. */
  record Status(String id) implements Typed {}

  /** Take a grant, or a request, back. */
  record TakeBack(String id, String why) implements Typed {}

  /** Go on. */
  record Longer(String id, int minutes, String why) implements Typed {}

  /** A whole request in one line. */
  record Line(AskedLine asked, boolean breaksGlass) implements Typed {}

  /** Not understood. */
  record Wrong(String remedy) implements Typed {}

  /**
   * A request in one line.
   *
   * @param environment empty where the service is to have only one
   */
  record AskedLine(
      String service,
      Optional<String> environment,
      List<String> types,
      int minutes,
      Optional<String> subject,
      Optional<String> ticket,
      String reason) {}

  Pattern ID = Pattern.compile("(req|grant)-[0-9A-Za-z_-]{1,64}");
  Pattern DURATION = Pattern.compile("([0-9]{1,4})(m|min|h)");
  Pattern TICKET = Pattern.compile("[A-Z][A-Z0-9]{0,15}-[0-9]{1,12}");
  String SUBJECT = "for:";

  static Typed parse(String text) {
    List<String> words = new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
    String first = words.remove(0);
    return switch (first) {
      case "help" -> new Help();
      case "" -> new Form("");
      case "list" -> new Mine();
      case "link" -> new Link();
      case "status" -> one(words).map(id -> (Typed) new Status(id)).orElseGet(WRONG);
      case "revoke" -> one(words).map(id -> (Typed) new TakeBack(id, rest(words))).orElseGet(WRONG);
      case "extend" -> extend(words);
      case "break-glass" -> line(words, true);
      default -> {
        if (words.isEmpty()) yield new Form(first);
        words.add(0, first);
        yield line(words, false);
      }
    };
  }

  private static Typed extend(List<String> words) {
    Optional<String> id = one(words);
    Optional<Integer> minutes = words.isEmpty() ? Optional.empty() : minutes(words.remove(0));
    if (id.isEmpty() || minutes.isEmpty() || words.isEmpty())
      return new Wrong("Say which, for how much longer, and why: `extend req-abc 15m reason`.");
    return new Longer(id.get(), minutes.get(), rest(words));
  }

  private static Typed line(List<String> words, boolean breaksGlass) {
    Wrong wrong =
        new Wrong(
            "Say which service, which types, for how long, and why: `"
                + (breaksGlass ? "break-glass " : "")
                + "orders/production email,phone 15m for:4711 INC-42 reason`. The environment, `for:` and the ticket may be left out.");
    if (words.size() < 4) return wrong;
    String[] place = words.remove(0).split("/", 2);
    List<String> types = List.of(words.remove(0).split(","));
    Optional<Integer> minutes = minutes(words.remove(0));
    if (minutes.isEmpty()) return wrong;
    Optional<String> subject = Optional.empty();
    if (words.get(0).startsWith(SUBJECT))
      subject = Optional.of(words.remove(0).substring(SUBJECT.length()));
    Optional<String> ticket = Optional.empty();
    if (!words.isEmpty() && TICKET.matcher(words.get(0)).matches())
      ticket = Optional.of(words.remove(0));
    return new Line(
        new AskedLine(
            place[0],
            place.length > 1 ? Optional.of(place[1]) : Optional.empty(),
            types,
            minutes.get(),
            subject,
            ticket,
            rest(words)),
        breaksGlass);
  }

  private static Optional<String> one(List<String> words) {
    if (words.isEmpty() || !ID.matcher(words.get(0)).matches()) return Optional.empty();
    return Optional.of(words.remove(0));
  }

  private static String rest(List<String> words) {
    return String.join(" ", words);
  }

  /** {@code 15m}, {@code 2h}. */
  private static Optional<Integer> minutes(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) return Optional.empty();
    int number = Integer.parseInt(matcher.group(1));
    return Optional.of(matcher.group(2).equals("h") ? number * 60 : number);
  }

  java.util.function.Supplier<Typed> WRONG =
      () -> new Wrong("Name a request or grant by its id, such as req-abc; `list` shows yours.");
}
