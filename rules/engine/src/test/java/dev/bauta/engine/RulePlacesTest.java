package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rules of each kind of place decide. */
class RulePlacesTest {

  @Test
  void withoutSuchRules_nothingIsMade() {
    RuleSet rules = RuleSet.builtIn();
    assertThat(rules.paths()).isNull();
    assertThat(rules.logger("com.acme.Audit")).isSameAs(rules);
    assertThat(rules.mdc("password")).isSameAs(rules.key("password"));
    assertThat(rules.member("com.acme.Login", "password")).isSameAs(rules.key("password"));
    assertThat(rules.allows(PiiType.EMAIL, "ada@example.com")).isFalse();
  }

  @Test
  void path_isFollowedDownThroughObjectsAndArrays() {
    PathRules paths =
        rules(
                """
                rules:
                  - {path: $.customer.*_mail, type: email}
                  - {path: "$.orders[*].iban", type: iban}
                  - {path: $..ssn, type: us-ssn}
                  - {path: "$['a name'].x", type: name}
                """)
            .paths();
    PathRules.State root = paths.root();
    assertThat(root.decided()).isFalse();
    assertThat(root.enter("CUSTOMER").enter("home_mail").mark().type()).isSameAs(PiiType.EMAIL);
    assertThat(root.enter("customer").enter("mail").decided()).isFalse();
    assertThat(root.enter("orders").enter("iban").decided()).isFalse();
    assertThat(root.enter("orders").enterArray().enter("iban").mark().type())
        .isSameAs(PiiType.IBAN);
    assertThat(root.enterArray().enter("deep").enter("ssn").mark().type()).isSameAs(PiiType.US_SSN);
    assertThat(root.enter("a name").enter("x").mark().type()).isSameAs(PiiType.NAME);
  }

  @Test
  void decisionOfAPath_holdsForAllBelowUnlessAnotherPathSaysOtherwise() {
    PathRules paths =
        rules(
                """
                rules:
                  - {path: $.customer, type: pii}
                  - {path: $.customer.id, enabled: false}
                """)
            .paths();
    PathRules.State customer = paths.root().enter("customer");
    assertThat(customer.enter("tags").enterArray().mark().type()).isSameAs(PiiType.PII);
    assertThat(customer.enter("id").decided()).isTrue();
    assertThat(customer.enter("id").mark()).isNull();
    assertThat(customer.enter("id").isFinal()).isTrue();
    assertThat(paths.root().enter("other").isFinal()).isTrue();
  }

  @Test
  void manyKeysAndLevels_giveTheSameAnswers() {
    PathRules paths = rules("rules: [{path: $..a..b, type: pii}]").paths();
    PathRules.State state = paths.root();
    for (int i = 0; i < 20_000; i++) {
      assertThat(state.enter("key" + i).decided()).isFalse();
    }
    for (int i = 0; i < 1_000; i++) {
      state = state.enter("a");
    }
    assertThat(state.decided()).isFalse();
    assertThat(state.enter("b").decided()).isTrue();
    assertThat(paths.root().enter("a")).isSameAs(paths.root().enter("a"));
  }

  @Test
  void mdcRule_holdsInTheLoggingContextOnly() {
    RuleSet rules = rules("rules: [{mdc: user, type: username}, {key: 'cust*', type: name}]");
    assertThat(rules.mdc("user").type()).isSameAs(PiiType.USERNAME);
    assertThat(rules.key("user")).isNotSameAs(rules.mdc("user"));
    assertThat(rules.mdc("customer").type()).isSameAs(PiiType.NAME);
  }

  @Test
  void member_isFoundByItsClassWhateverTheSignOfInnerClasses() {
    RuleSet rules =
        rules(
            """
            rules:
              - {member: com.acme.Customer.id, enabled: false}
              - {class: com.acme.Customer, type: pii}
              - {member: "*.Outer.Inner.ssn", type: us-ssn}
            """);
    assertThat(rules.member("com.acme.Customer", "id")).isNull();
    assertThat(rules.member("com.acme.Customer", "anything").type()).isSameAs(PiiType.PII);
    assertThat(rules.member("com.acme.Customer2", "anything")).isNull();
    assertThat(rules.member("com.acme.Outer$Inner", "ssn").type()).isSameAs(PiiType.US_SSN);
    assertThat(rules.member("com.acme.Login", "password").type()).isSameAs(PiiType.SECRET);
  }

  @Test
  void logger_hasMaskersAndTypesOfItsOwn() {
    RuleSet rules =
        rules(
            """
            rules:
              - {logger: com.acme.audit.*, type: email, masker: redact}
              - {logger: com.acme.raw, enabled: false}
              - {logger: com.acme.*, type: ip*, enabled: false}
            """);
    String text = "ada@example.com at 203.0.113.7";
    assertThat(mask(rules, text)).isNotEqualTo(text).doesNotContain("203.0.113.7");
    assertThat(mask(rules.logger("com.acme.audit.Log"), text)).isEqualTo("[EMAIL] at 203.0.113.7");
    assertThat(mask(rules.logger("com.acme.raw"), text)).isEqualTo(text);
    assertThat(rules.logger("org.else")).isSameAs(rules);
    assertThat(rules.logger("com.acme.a")).isSameAs(rules.logger("com.acme.b"));
    assertThat(rules.logger("com.acme.a").logger("com.acme.raw")).isNotNull();
  }

  @Test
  void pattern_needsItsChecksumAndContext() {
    RuleSet rules =
        rules(
            """
            rules:
              - name: staff
                pattern: "[0-9]{4}-[0-9]{4}"
                checksum: luhn
                context: [staff, Personal]
                type: staff-id
                masker: redact
            """);
    assertThat(mask(rules, "Staff no. 1234-5674 came")).isEqualTo("Staff no. [STAFF-ID] came");
    assertThat(mask(rules, "staff no. 1234-5678 came")).isEqualTo("staff no. 1234-5678 came");
    assertThat(mask(rules, "order 1234-5674 came")).isEqualTo("order 1234-5674 came");
    assertThat(mask(rules, "staff " + "x".repeat(50) + " 1234-5674")).contains("1234-5674");
    assertThat(rules.text().find("staff 1234-5674").get(0).rule()).isEqualTo("staff");
    assertThat(rules.text().explain("order 1234-5674"))
        .anySatisfy(c -> assertThat(c.dropped()).contains("context"));
    assertThat(rules.text().explain("staff 1234-5678"))
        .anySatisfy(c -> assertThat(c.dropped()).contains("check digit"));
  }

  @Test
  void ruleWithoutAName_isNamedByItsPlace() {
    RuleSet rules = rules("rules:\n  - {words: [Project Nightfall], type: codename}");
    assertThat(rules.text().find("on project nightfall").get(0).rule()).isEqualTo("bauta.yaml:2");
  }

  @Test
  void contentRuleWithSinks_holdsInThoseOnly() {
    RuleSet rules = rules("rules: [{words: [nightfall], type: codename, sinks: [log]}]");
    assertThat(rules.on("log").text().find("nightfall")).hasSize(1);
    assertThat(rules.on("json").text().find("nightfall")).isEmpty();
  }

  @Test
  void contentRule_turnsItsTypeOn() {
    RuleSet rules = rules("defaults: none\nrules: [{pattern: 'C-[0-9]+', type: name}]");
    assertThat(mask(rules, "C-1 ada@example.com"))
        .endsWith(" ada@example.com")
        .doesNotContain("C-1");
  }

  @Test
  void allowed_isShownEverywhereItsTypeAndSinkFit() {
    RuleSet rules =
        rules(
            """
            allow:
              - noreply@example.com
              - {pattern: ".*@test\\\\.example", types: [email]}
              - {cidr: [10.0.0.0/8, "2001:db8::/32"], sinks: [log]}
              - {values: [10.1.2.3], types: [ipv6]}
            """);
    assertThat(mask(rules, "NoReply@example.com x@test.example"))
        .isEqualTo("NoReply@example.com x@test.example");
    assertThat(mask(rules, "x@test.example.com")).isNotEqualTo("x@test.example.com");
    assertThat(mask(rules.on("log"), "10.1.2.3 2001:db8::7")).isEqualTo("10.1.2.3 2001:db8::7");
    assertThat(mask(rules.on("log"), "11.1.2.3")).isNotEqualTo("11.1.2.3");
    assertThat(mask(rules.on("json"), "10.1.2.3")).isNotEqualTo("10.1.2.3");
    assertThat(rules.allows(PiiType.EMAIL, "noreply@example.com")).isTrue();
    assertThat(rules.text().find("noreply@example.com")).isEmpty();
  }

  @Test
  void ranges_holdTheirAddressesOnly() {
    assertThat(holds("10.0.0.0/8", "10.255.0.1")).isTrue();
    assertThat(holds("10.0.0.0/8", "11.0.0.1")).isFalse();
    assertThat(holds("192.168.16.0/20", "192.168.31.255")).isTrue();
    assertThat(holds("192.168.16.0/20", "192.168.32.0")).isFalse();
    assertThat(holds("0.0.0.0/0", "8.8.8.8")).isTrue();
    assertThat(holds("::1", "0:0:0:0:0:0:0:1")).isTrue();
    assertThat(holds("fe80::/10", "fe80::1%eth0")).isTrue();
    assertThat(holds("::ffff:0:0/96", "::ffff:10.0.0.1")).isTrue();
    assertThat(holds("10.0.0.0/8", "::1")).isFalse();
    for (String none :
        List.of(
            "1.2.3",
            "1.2.3.4.5",
            "256.1.1.1",
            ":::",
            "1::2::3",
            "1:2",
            "12345::",
            "",
            "::1.2.3",
            "1:2:3:4:5:6:7:8:9",
            "1:2:3:4:5:6:7:8:")) {
      assertThat(AddressRange.address(none)).as(none).isNull();
    }
  }

  @Test
  void maskers_areNamedWithSettingsOrInOrder() {
    RuleSet rules =
        rules(
            """
            types: {email: {masker: [partial, redact]}, phone: {masker: {redact: }}}
            """);
    assertThat(mask(rules, "ada@example.com")).isEqualTo("[EMAIL]");
    assertThat(rules.key("phone").masker().name()).isEqualTo("redact");
  }

  @Test
  void typesByGlob_giveWayToTheTypeItself() {
    RuleSet rules =
        rules(
            """
            types:
              "*": {enabled: false, masker: redact}
              email: {enabled: true}
            """);
    assertThat(mask(rules, "ada@example.com 203.0.113.7")).isEqualTo("[EMAIL] 203.0.113.7");
  }

  @Test
  void numericType_hidesNumbersUnderBuiltInNames() {
    assertThat(rules("types: {phone: {numeric: true}}").key("phone").numeric()).isTrue();
  }

  @Test
  void testsOfEveryPlace_hold() {
    assertThat(
            rules(
                """
                rules:
                  - {column: crm.people.nick, type: name, masker: redact}
                  - {key: nick, type: name, masker: redact}
                  - {mdc: who, type: name, masker: redact}
                  - {member: com.acme.P.nick, type: email, masker: redact}
                  - {path: "$.p[*].nick", type: phone, masker: redact}
                  - {logger: quiet, enabled: false}
                  - {key: alias, type: name, sinks: [jdbc]}
                tests:
                  - {text: ada, column: crm.people.nick, masked: "[NAME]"}
                  - {text: ada, key: nick, masked: "[NAME]"}
                  - {text: ada, mdc: who, finds: [name]}
                  - {text: ada, member: com.acme.P.nick, finds: [email]}
                  - {text: ada, path: "$.p[0].nick", masked: "[PHONE]"}
                  - {text: ada, path: "$.q.nick", masked: "[NAME]"}
                  - {text: ada@example.com, logger: quiet, clean: true}
                  - {text: ada@example.com, finds: email}
                  - {text: ada, key: alias, sink: json, clean: true}
                """))
        .isNotNull();
  }

  @Test
  void fiveThousandRules_areReadAndTheirKeysRemembered() {
    StringBuilder yaml = new StringBuilder("rules:\n");
    for (int i = 0; i < 5_000; i++) {
      yaml.append("  - {key: field_").append(i).append(", type: name}\n");
    }
    RuleSet rules = rules(yaml.toString());
    for (int i = 0; i < 5_000; i += 7) {
      assertThat(rules.key("FIELD_" + i)).isNotNull().isSameAs(rules.key("FIELD_" + i));
    }
  }

  private static boolean holds(String range, String address) {
    return AddressRange.of(range).holds(AddressRange.address(address));
  }

  private static RuleSet rules(String yaml) {
    return RuleFile.parse("bauta.yaml", yaml).rules();
  }

  private static String mask(RuleSet rules, String text) {
    return rules.text().mask(text, Disclosure.NOTHING, Tally.NONE);
  }
}
