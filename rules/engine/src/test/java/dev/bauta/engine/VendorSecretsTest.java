package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tokens made up by their vendors' forms; none stands in a file, where scanners would report it.
 */
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
      String token = before(rule) + TestTokens.withDigit(prefix, body, random);
      String text = String.format(place, address ? "https://" + token : token);
      String secret = address ? token.substring(prefix.length()) : token;
      assertThat(found(text)).as(text).contains(secret);
    }
  }

  @ParameterizedTest(name = "{0} {1}{2}")
  @MethodSource("forms")
  void maskedToken_isNotFoundAgain(String rule, String prefix, String body) {
    String token = TestTokens.withDigit(prefix, body, new Random(1));
    String masked = mask("x " + before(rule) + token);
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
  void storageKey_isFoundBesideItsVendorsName() {
    String key = TestTokens.of("4/", "w84", new Random(8)) + "==";
    assertThat(found("azure storage account key " + key + " end")).contains(key);
    assertThat(found("AccountName=x;AccountKey=" + key + ";End=y")).contains(key);
  }

  @Test
  void secretKeyWithSigns_isFoundBesideItsVendorsName() {
    String key = TestTokens.of("q1/w2+", "w34", new Random(9));
    assertThat(found("aws secret: " + key + " end")).contains(key);
    assertThat(found("checked aws " + key + " end")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"datadog key %s", "dd_key=%s", "\"algolia_key\": \"%s\"", "DatadogKey: %s"})
  void hexToken_isASecretBesideItsVendorsName(String place) {
    String key = TestTokens.of("", "h32", new Random(10));
    assertThat(found(String.format(place, key))).contains(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"md5 %s", "dd.trace_id=%s", "datadog trace %s", "cache key %s", "etag: \"%s\""})
  void hexToken_isNoSecretElsewhere(String place) {
    String key = TestTokens.of("", "h32", new Random(10));
    assertThat(found(String.format(place, key))).isEmpty();
  }

  @Test
  void anythingAtAll_isLookedAtWithoutFailing() {
    Random random = new Random(11);
    String[] parts = {
      "-----BEGIN PRIVATE KEY-----",
      "\\n",
      "\n",
      "://",
      "@",
      ":",
      "Cookie: ",
      "token=",
      "ghp_",
      "0x",
      "bc1",
      "eyJ",
      "Bearer ",
      "%3D",
      "8Q~",
      "-us1",
      "1/",
      "hooks.slack.com/services/",
      "jdbc:oracle:",
      "\"",
      "'",
      ";",
      "=",
      " ",
      "$2a$10$",
      ".",
      "key ",
      "aws ",
      "xn--",
    };
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
        text.append(TestTokens.of("", "w" + random.nextInt(45), random));
      }
      String once = mask(text.toString());
      assertThat(once).isNotEqualTo(TextMasker.FAILED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a1",
        "ghp_.",
        "@",
        "Cookie: ",
        "Cookie: path=Cookie:;",
        "a1a1a1a1a1a1a1a1a/",
        "://a:b",
        "://a:b@",
        "\n\na1a1a1a1a1a1a1a1",
        "aws key a1a1a1a1a1a1a1a1 ",
        "Bearer a1a1a1a1a1a1a1.",
        "-----BEGIN PRIVATE KEY-----",
        "ghp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1 ",
        "0x1",
        "8Q~",
        "1111111111111111111111111111111111a ",
        "jdbc:oracle:@",
        "eyJrIjoi1",
        "fm2_a1/"
      })
  void hostileText_takesTimeInProportionToItsLength(String part) {
    String text = part.repeat(1_000_000 / part.length());
    mask(text); // the class is loaded
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> mask(text));
  }

  static Stream<Arguments> forms() {
    List<Arguments> forms = new ArrayList<>();
    for (String[] rows :
        new String[][] {VendorPrefixes.CLOUD, VendorPrefixes.CODE, VendorPrefixes.SERVICES}) {
      for (String row : rows) {
        String[] form = row.split(" ", -1);
        forms.add(Arguments.of(form[0], form[1], form[2]));
      }
    }
    return forms.stream();
  }

  private static String before(String rule) {
    return rule.equals(VendorPrefixes.TELEGRAM)
        ? "710201439:"
        : rule.equals(VendorPrefixes.TERRAFORM) ? "q1w2e3r4t5z6u7." : "";
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
