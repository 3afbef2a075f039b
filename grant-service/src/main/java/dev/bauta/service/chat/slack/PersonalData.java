package dev.bauta.service.chat.slack;

import dev.bauta.engine.Disclosure;
import dev.bauta.engine.RuleSet;
import dev.bauta.engine.Tally;
import dev.bauta.engine.TextMasker;

/**
 * Hides personal data in what people write into requests: whole channels read it, and Slack keeps
 * it.
 */
final class PersonalData {
  private static final TextMasker MASKER = RuleSet.builtIn().text();

  private PersonalData() {}

  static String hidden(String written) {
    return MASKER.mask(written, Disclosure.NOTHING, Tally.NONE);
  }
}
