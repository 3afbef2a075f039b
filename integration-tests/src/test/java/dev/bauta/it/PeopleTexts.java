package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.probe.Canary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the applications of {@code apps} are told, and what they must make of it. */
final class PeopleTexts {

  private static final List<String> PRINTED = List.of("log", "error", "print", "row");
  private static final String NICK = "Needlenick";

  private PeopleTexts() {}

  /**
   * What an application made of the texts.
   *
   * @param out what it printed
   * @param answer the JSON that it handed out
   */
  record Said(String out, String answer) {}

  static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String channel : channels()) {
      texts.put(channel, new Canary(channel).text());
    }
    texts.put("nick", NICK);
    return texts;
  }

  /** Every channel was used and is masked. */
  static void assertMasked(Said said) {
    Leaks.assertMasked(PRINTED, said.out());
    Leaks.assertMasked(List.of("json"), said.answer());
    Leaks.assertNone(channels(), said.out() + said.answer());
    assertThat(said.out() + said.answer()).doesNotContain(NICK);
    assertThat(said.out())
        .doesNotContain("VerifyError", "LinkageError", "NoClassDefFoundError", "UNPROTECTED");
  }

  /** Every channel was used and shows its values. */
  static void assertRaw(Said said) {
    for (String channel : PRINTED) {
      assertThat(Leaks.found(List.of(channel), said.out())).as(channel).hasSizeGreaterThan(3);
    }
    assertThat(Leaks.found(List.of("json"), said.answer())).hasSizeGreaterThan(3);
    assertThat(said.out()).contains(NICK);
    assertThat(said.answer()).contains(NICK);
  }

  private static List<String> channels() {
    List<String> channels = new ArrayList<>(PRINTED);
    channels.add("json");
    return channels;
  }
}
