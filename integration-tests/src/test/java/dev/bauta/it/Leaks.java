package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.probe.Canary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Looks for planted values in what a program said. */
final class Leaks {

  private Leaks() {}

  /** No planted value of any channel stands in the text, with or without its separators. */
  static void assertNone(Collection<String> channels, String text) {
    assertThat(found(channels, text)).as("raw values found in:%n%s", shown(text)).isEmpty();
  }

  /** Every channel was used, and shows the masked form of its e-mail address. */
  static void assertMasked(Collection<String> channels, String text) {
    List<String> missing =
        channels.stream().filter(c -> !text.contains(new Canary(c).maskedEmail())).toList();
    assertThat(missing).as("channels without a masked value in:%n%s", shown(text)).isEmpty();
    assertNone(channels, text);
  }

  /** The planted values that do stand in the text, as {@code channel: value}. */
  static List<String> found(Collection<String> channels, String text) {
    String plain = text.replaceAll("[ -]", "");
    List<String> found = new ArrayList<>();
    for (String channel : channels) {
      for (String needle : new Canary(channel).needles()) {
        if (text.contains(needle) || plain.contains(needle)) {
          found.add(channel + ": " + needle);
        }
      }
    }
    return found;
  }

  private static String shown(String text) {
    return text.length() < 20_000 ? text : text.substring(0, 20_000) + "\n...";
  }
}
