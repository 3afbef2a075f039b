package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleSetTest {

  private final RuleSet rules =
      RuleFile.parse(
              "bauta.yaml",
              """
              types:
                phone: {masker: redact}
                ipv4: {enabled: false}
              rules:
                - {column: customers.full_name, type: name}
                - {column: "*.salary", type: pay, numeric: true, masker: redact}
                - {column: "crm.people.*_name", type: name}
                - {column: nick, type: name, sinks: [jdbc]}
                - {key: customerName, type: name}
                - {key: page_token, enabled: false}
                - {key: "x_*", masker: redact}
              """)
          .rules();

  @Test
  void column_isFoundByTableAndName_whateverItsCase() {
    assertThat(rules.column("CUSTOMERS", "Full_Name").type().id()).isEqualTo("name");
    assertThat(rules.column("public.customers", "full_name")).isNotNull();
    assertThat(rules.column("orders", "full_length")).isNull();
    assertThat(rules.column("crm.people", "first_name")).isNotNull();
    assertThat(rules.column("people", "first_name")).isNotNull();
    assertThat(rules.column("people", "first")).isNull();
  }

  @Test
  void columnOfAnUnknownTable_isTakenForTheOneNamed() {
    assertThat(rules.column(null, "full_name")).isNotNull();
    assertThat(rules.column("", "full_name")).isNotNull();
  }

  @Test
  void numbers_areHiddenOnlyWhereARuleSaysSo() {
    Mark salary = rules.column("staff", "salary");
    assertThat(salary.numeric()).isTrue();
    assertThat(salary.masker().mask("5000", salary.type())).isEqualTo("[PAY]");
    assertThat(rules.column("customers", "full_name").numeric()).isFalse();
  }

  @Test
  void key_isFoundInItsOwnRulesOnly() {
    assertThat(rules.key("CUSTOMERNAME").type().id()).isEqualTo("name");
    assertThat(rules.key("x_anything").type()).isSameAs(PiiType.PII);
    assertThat(rules.key("full_length")).isNull();
    assertThat(rules.key(null)).isNull();
  }

  @Test
  void builtInNames_holdWithoutAnyRule() {
    assertThat(RuleSet.builtIn().key("dbPassword").type()).isSameAs(PiiType.SECRET);
    assertThat(RuleSet.builtIn().column("users", "PHONE_NUMBER").type()).isSameAs(PiiType.PHONE);
    assertThat(RuleSet.builtIn().key("author")).isNull();
  }

  @Test
  void ruleOfTheFile_goesBeforeTheBuiltInNames() {
    assertThat(RuleSet.builtIn().key("page_token")).isNotNull();
    assertThat(rules.key("page_token")).isNull();
    assertThat(rules.key("other_token")).isNotNull();
  }

  @Test
  void ruleWithSinks_holdsInThoseOnly() {
    assertThat(rules.on("jdbc").column("t", "nick")).isNotNull();
    assertThat(rules.on("json").column("t", "nick")).isNull();
    assertThat(rules.on("log").key("customerName")).isNotNull();
  }

  @Test
  void typeSettings_holdForTextAndPlaces() {
    assertThat(mask("from 10.0.0.1 phone +49 30 1234567")).isEqualTo("from 10.0.0.1 phone [PHONE]");
    assertThat(rules.key("mobile_phone").masker().name()).isEqualTo("redact");
    assertThat(rules.key("ip_address")).isNull();
  }

  @Test
  void annotated_alwaysGivesAMark() {
    assertThat(rules.annotated("").type()).isSameAs(PiiType.PII);
    assertThat(rules.annotated("email").masker().mask("ada@example.com", PiiType.EMAIL))
        .isEqualTo("a***@example.com");
    assertThat(rules.annotated("ipv4").type()).isSameAs(PiiType.IPV4);
    assertThat(rules.annotated("shoe-size").masker().mask("38", PiiType.of("shoe-size")))
        .isEqualTo("[SHOE-SIZE]");
  }

  @Test
  void moreKeysThanAreRemembered_getTheSameAnswers() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(rules.key("field" + i)).isNull();
      assertThat(rules.key("f" + i + "_password")).isNotNull();
    }
  }

  @Test
  void globOfManyStars_isNotSlow() {
    Glob glob = new Glob("*a*a*a*a*a*a*a*a*a*a*b");
    assertThat(glob.matches("a".repeat(10_000))).isFalse();
    assertThat(new Glob("a?c*").matches("ABCdef")).isTrue();
    assertThat(new Glob("a?c").matches("ac")).isFalse();
  }

  private String mask(String text) {
    return rules.text().mask(text, Disclosure.NOTHING, Tally.NONE);
  }
}
