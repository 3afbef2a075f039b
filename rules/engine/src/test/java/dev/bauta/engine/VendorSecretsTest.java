package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens made up by their vendors' forms; none stands in a file, where scanners would report it. */
class VendorSecretsTest {

  private static final RuleSet RULES = RuleSet.builtIn();
  private static final String[] PLACES = {
    "%s",
    "using %s for it",
    "key=%s",
    "\"k\": \"%s\",",
    "(%s)",
    "url?x=%s&y=1",
    "line one\n%s\nline two",
    "a\\n%s",
    "x%%3D%s rest",
    "<k>%s</k>",
    "[%s].",
    "k: '%s'",
  };

  @ParameterizedTest(name = "{0} {1}{2}")
  @MethodSource("forms")
  void token_isFoundWholeWhereverItStands(String rule, String prefix, String body) {
    Random random = new Random(prefix.hashCode());
    boolean address = prefix.indexOf('/') > 2;
    for (String place : PLACES) {
      String token = TestTokens.withDigit(prefix, body, random);
      if (rule.equals(VendorPrefixes.TELEGRAM)) {
        token = "710201439:" + token;
      }
      String text = String.format(place, address ? "https://" + token : token);
      String secret = address ? token.substring(prefix.length()) : token;
      assertThat(found(text)).as(text).contains(secret);
    }
  }

  @ParameterizedTest(name = "{0} {1}{2}")
  @MethodSource("forms")
  void maskedToken_isNotFoundAgain(String rule, String prefix, String body) {
    String token = TestTokens.withDigit(prefix, body, new Random(1));
    String masked = mask("x " + (rule.equals(VendorPrefixes.TELEGRAM) ? "710201439:" : "") + token);
    assertThat(mask(masked)).isEqualTo(masked);
  }

  @ParameterizedTest(name = "{0} {1}{2}")
  @MethodSource("forms")
  void crossedOutToken_isLeftAlone(String rule, String prefix, String body) {
    String token = TestTokens.filled(prefix, body, 'x');
    assertThat(found("use " + token + " here")).isEmpty();
  }

  @Test
  void forms_areManyAndDistinct() {
    Set<String> rules = new HashSet<>();
    Set<String> prefixes = new HashSet<>();
    forms()
        .forEach(
            form -> {
              rules.add((String) form.get()[0]);
              prefixes.add((String) form.get()[1]);
            });
    assertThat(rules).hasSizeGreaterThan(120);
    assertThat(prefixes).hasSizeGreaterThan(180);
  }

  @Test
  void entraSecret_isFoundByItsMiddle() {
    String secret = "aB3" + "8Q~" + TestTokens.of("", "s34", new Random(3)).replace('.', 'k');
    assertThat(found("secret value " + secret + " expires")).contains(secret);
  }

  @Test
  void mailchimpKey_isFoundByItsEnd() {
    String key = TestTokens.of("", "h32", new Random(4)) + "-us" + "14";
    assertThat(found("mailchimp " + key + " used")).contains(key);
  }

  @Test
  void asanaToken_isFoundWithTheNumberBeforeItsColon() {
    String token = "1/" + "120345678901234:" + TestTokens.of("", "h32", new Random(5));
    assertThat(found("asana " + token + " used")).contains(token);
  }

  @Test
  void tokenOfAMillionCharacters_takesNoLongerThanItsLength() {
    String text = "a1".repeat(500_000) + " " + "ghp_.".repeat(100_000) + "9".repeat(20);
    assertThat(RULES.text().find(text)).isEmpty();
  }

  static Stream<Arguments> forms() {
    List<Arguments> forms = new ArrayList<>();
    for (String[] rows :
        new String[][] {VendorPrefixes.CLOUD, VendorPrefixes.CODE, VendorPrefixes.SERVICES}) {
      for (int i = 0; i < rows.length; i += 3) {
        forms.add(Arguments.of(rows[i], rows[i + 1], rows[i + 2]));
      }
    }
    return forms.stream();
  }

  private static List<String> found(String text) {
    List<String> found = new ArrayList<>();
    for (Finding finding : RULES.text().find(text)) {
      if (finding.type() == PiiType.SECRET) {
        found.add(text.substring(finding.start(), finding.end()));
      }
    }
    return found;
  }

  private static String mask(String text) {
    return RULES.text().mask(text, Disclosure.NOTHING, Tally.NONE);
  }
}
