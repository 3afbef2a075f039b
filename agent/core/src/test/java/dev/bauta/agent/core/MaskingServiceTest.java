package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.JsonPlace;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.engine.PiiType;
import dev.bauta.engine.RuleFile;
import dev.bauta.engine.RuleSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MaskingServiceTest {

  private static final String MAIL = "ada@example.com";
  private static final String MASKED_MAIL = "a***@example.com";

  private final ViewerContext viewers = new ViewerContext(() -> true);
  private final Counters counters = new Counters();
  private final GraceSeesEmail reveals = new GraceSeesEmail();
  private final Sightings sightings = new Sightings(counters);
  private final MaskingService masking = service(new SinkModes(Modes.all(Mode.MASK)));

  @Test
  void nobodyOnTheThread_seesTheMask() {
    for (Sink sink : Sink.values()) {
      assertThat(masking.text(sink, "email", MAIL)).isEqualTo(MASKED_MAIL);
    }
  }

  @Test
  void theGrantedPerson_seesHerTypeInJsonAndJdbcAndNeverInLogs() {
    enter(() -> "grace");
    assertThat(masking.text(Sink.JSON, "email", MAIL)).isSameAs(MAIL);
    assertThat(masking.text(Sink.JDBC, "email", MAIL)).isSameAs(MAIL);
    assertThat(masking.text(Sink.LOG, "email", MAIL)).isEqualTo(MASKED_MAIL);
    assertThat(masking.text(Sink.JSON, "x", MAIL + " 219-09-9999"))
        .isEqualTo(MAIL + " ***-**-9999");
    assertThat(masking.annotated(Sink.LOG, "email", "email").hide(MAIL)).isEqualTo(MASKED_MAIL);
  }

  @Test
  void whileAGrantIsLive_noAnswerIsTheSameForAll() {
    assertThat(masking.sameForAll(Sink.JDBC)).isFalse();
    MaskingService nothingShown =
        new MaskingService(
            RuleSet.builtIn(),
            new SinkModes(Modes.all(Mode.MASK).with(Sink.JSON, Mode.OFF)),
            sightings,
            Reveals.NOTHING,
            viewers,
            new Tracking(null, counters),
            counters);
    assertThat(nothingShown.sameForAll(Sink.JDBC)).isTrue();
    assertThat(nothingShown.sameForAll(Sink.JSON)).isFalse();
  }

  @Test
  void anotherPerson_seesTheMaskAtTheSameMoment() {
    enter(() -> "ada");
    assertThat(masking.annotated(Sink.JSON, "email", "email").hide(MAIL)).isEqualTo(MASKED_MAIL);
  }

  @Test
  void aPrincipalThatCannotBeAsked_isNobody() {
    enter(
        () -> {
          throw new IllegalStateException("session is gone");
        });
    assertThat(masking.text(Sink.JSON, null, MAIL)).isEqualTo("[MASKED]");
    assertThat(masking.annotated(Sink.JSON, "email", "e").hide(MAIL)).isEqualTo(MASKED_MAIL);
  }

  @Test
  void aValueRevealedByItsAnnotation_isKnownToTheNextStage() {
    enter(() -> "grace");
    String value = new String(MAIL);
    assertThat(masking.alreadyRevealed(value)).isFalse();
    assertThat(masking.annotated(Sink.JSON, "email", "e").hide(value)).isSameAs(value);
    assertThat(masking.alreadyRevealed(value)).isTrue();
    assertThat(masking.alreadyRevealed(MAIL)).isFalse();
  }

  @Test
  void aSinkThatIsOff_isLeftAlone() {
    MaskingService off = service(new SinkModes(Modes.all(Mode.OFF).with(Sink.LOG, Mode.MASK)));
    assertThat(off.text(Sink.JSON, null, MAIL)).isSameAs(MAIL);
    assertThat(off.key(Sink.JSON, "password")).isNull();
    assertThat(off.annotated(Sink.JSON, "email", "e").hide(MAIL)).isSameAs(MAIL);
    assertThat(off.text(Sink.LOG, null, MAIL)).isEqualTo(MASKED_MAIL);
  }

  @Test
  void aRuleForOneSink_countsThereOnly() {
    RuleSet rules =
        RuleFile.parse(
                "bauta.yaml",
                """
                rules:
                  - {key: tagline, type: name, sinks: [json]}
                  - {key: access_token, enabled: false, sinks: [json]}
                """)
            .rules();
    MaskingService some =
        new MaskingService(
            rules,
            new SinkModes(Modes.all(Mode.MASK)),
            new Sightings(new Counters()),
            reveals,
            viewers,
            new Tracking(null, counters),
            counters);
    assertThat(some.key(Sink.JSON, "tagline")).isNotNull();
    assertThat(some.key(Sink.LOG, "tagline")).isNull();
    assertThat(some.key(Sink.JSON, "access_token")).isNull();
    assertThat(some.key(Sink.LOG, "access_token")).isNotNull();
  }

  @Test
  void nullMasker_leavesNothingOfTheValue() {
    MaskingService some = service("rules: [{key: ref, type: pii, masker: 'null'}]");
    assertThat(some.key(Sink.JSON, "ref").hide("R-1")).isNull();
    assertThat(some.key(Sink.JSON, "ref").hide(List.of("R-1"))).isNull();
  }

  @Test
  void bareName_hidesWhatLooksLikeAPerson_andLeavesAllElse() {
    assertThat(masking.key(Sink.JSON, "name").hide("Ada Lovelace")).isEqualTo("[NAME]");
    assertThat(masking.key(Sink.JSON, "name").hide("eth0")).isEqualTo("eth0");
    Object other = Sink.JSON;
    assertThat(masking.key(Sink.JSON, "name").hide(other)).isSameAs(other);
  }

  @Test
  void pathRule_decidesOnTheWayDown_andFollowsChangedRules() {
    MaskingService some = service("rules: [{path: '$.orders[*].to', type: address}]");
    assertThat(masking.jsonRoot()).isNull();
    JsonPlace order = some.jsonRoot().member("orders").element();
    assertThat(order.decided()).isFalse();
    assertThat(order.member("to").decided()).isTrue();
    assertThat(order.member("to").member("name").rule().hide("Ada")).isEqualTo("[ADDRESS]");

    some.replace(RuleSet.builtIn());
    assertThat(some.jsonRoot()).isNull();
  }

  @Test
  void pathRule_thatShowsAPlace_decidesAndHasNoRule() {
    MaskingService some = service("rules: [{path: '$.page.name', enabled: false}]");
    JsonPlace place = some.jsonRoot().member("page").member("name");
    assertThat(place.decided()).isTrue();
    assertThat(place.rule()).isNull();
  }

  @Test
  void memberRule_namesItsClassInBothWritings_andKeysAreNotAsked() {
    MaskingService some =
        service("rules: [{class: 'com.acme.*.Customer', type: name}, {key: nick, type: name}]");
    assertThat(some.namesClass("com/acme/shop/Customer")).isTrue();
    assertThat(some.namesClass("com.acme.shop.Order")).isFalse();
    assertThat(some.member(Sink.JSON, "com.acme.shop.Customer", "x").hide("Ada"))
        .isEqualTo("[NAME]");
    assertThat(some.member(Sink.JSON, "com.acme.shop.Customer", "x").hide(36)).isNull();
    assertThat(some.member(Sink.JSON, "com.acme.shop.Order", "nick")).isNull();
    assertThat(masking.namesClass("com.acme.shop.Customer")).isFalse();
  }

  @Test
  void memberRules_thatComeAndGo_areTold() {
    MaskingService some = service(new SinkModes(Modes.all(Mode.MASK)));
    assertThat(some.memberRulesChanges()).isZero();
    some.replace(RuleSet.builtIn());
    assertThat(some.memberRulesChanges()).isZero();
    some.replace(rules("rules: [{class: com.acme.Customer, type: name}]"));
    assertThat(some.memberRulesChanges()).isOne();
    Place place = some.member(Sink.LOG, "com.acme.Customer", "x");
    assertThat(place.hide("Ada")).isEqualTo("[NAME]");
    some.replace(RuleSet.builtIn());
    assertThat(some.memberRulesChanges()).isEqualTo(2);
    assertThat(place.hide("Ada")).isEqualTo("Ada");
  }

  @Test
  void loggerRule_holdsForTextsKeysAndContext_ofThatLoggerOnly() {
    MaskingService some =
        service("rules: [{logger: audit.*, masker: redact}, {logger: metrics, enabled: false}]");
    assertThat(some.hasLoggerRules()).isTrue();
    assertThat(masking.hasLoggerRules()).isFalse();
    assertThat(some.text(Sink.LOG, "audit.login", MAIL)).isEqualTo("[EMAIL]");
    assertThat(some.text(Sink.LOG, "web", MAIL)).isEqualTo(MASKED_MAIL);
    assertThat(some.logKey("audit.login", "email").hide(MAIL)).isEqualTo("[EMAIL]");
    assertThat(some.logKey("web", "email").hide(MAIL)).isEqualTo(MASKED_MAIL);
    assertThat(some.contextKey("audit.login", "email").hide(MAIL)).isEqualTo("[EMAIL]");
    assertThat(some.logKey("metrics", "email")).isNull();
    assertThat(some.contextKey("metrics", "email")).isNull();
    assertThat(some.contextKey(null, "email").hide(MAIL)).isEqualTo(MASKED_MAIL);
  }

  private static RuleSet rules(String yaml) {
    return RuleFile.parse("bauta.yaml", yaml).rules();
  }

  private void enter(Supplier<String> name) {
    viewers.place()[0] = viewers.viewer(name);
  }

  private MaskingService service(String yaml) {
    RuleSet rules = RuleFile.parse("bauta.yaml", yaml).rules();
    return new MaskingService(
        rules,
        new SinkModes(Modes.all(Mode.MASK)),
        new Sightings(new Counters()),
        reveals,
        viewers,
        new Tracking(null, counters),
        counters);
  }

  @Test
  void objectsAsALoggerPrintsThem() {
    assertThat(masking.printed(Sink.LOG, null, List.of(MAIL))).isEqualTo("[" + MASKED_MAIL + "]");
    Object clean = List.of("nothing here");
    assertThat(masking.printed(Sink.LOG, null, clean)).isSameAs(clean);
    assertThat(masking.printed(Sink.LOG, null, 4111111111111111L)).isEqualTo("************1111");
    assertThat(masking.printed(Sink.LOG, null, 1732358400000L)).isEqualTo(1732358400000L);
    Throwable failure = new IllegalStateException(MAIL);
    assertThat(masking.printed(Sink.LOG, null, failure)).isSameAs(failure);
  }

  @Test
  void anObjectWhoseToStringThrows_isHidden() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException();
          }
        };
    assertThat(masking.printed(Sink.LOG, null, broken)).isEqualTo("[MASKED]");
  }

  @Test
  void aMarkedPlace_keepsTheKindOfItsValue() {
    Place name = masking.annotated(Sink.JSON, "name", "name");
    assertThat(name.hide("Ada")).isEqualTo("[NAME]");
    assertThat(name.hide(List.of("Ada", "Grace"))).isEqualTo(List.of("[NAME]", "[NAME]"));
    assertThat(name.hide(Set.of("Ada"))).isEqualTo(Set.of("[NAME]"));
    assertThat(name.hide(Map.of("first", "Ada"))).isEqualTo(Map.of("first", "[NAME]"));
    assertThat((String[]) name.hide(new String[] {"Ada"})).containsExactly("[NAME]");
    assertThat(name.hide(LocalDate.of(1815, 12, 10))).isEqualTo(LocalDate.of(1815, 1, 1));
    assertThat(name.hide(42)).isNull();
    assertThat(name.hide(new Object())).isNull();
    assertThat(name.hide(null)).isNull();
  }

  @Test
  void whatWasMaskedAndRevealed_isCounted() {
    masking.text(Sink.LOG, null, MAIL + " " + MAIL);
    masking.annotated(Sink.JSON, "name", "n").hide("Ada");
    enter(() -> "grace");
    masking.text(Sink.JSON, null, MAIL);
    assertThat(counters.maskedCounts())
        .extracting(c -> c.sink().id() + " " + c.type() + " " + c.adder().sum())
        .containsExactlyInAnyOrder("log email 2", "json name 1");
    assertThat(counters.revealedCounts())
        .extracting(c -> c.sink().id() + " " + c.type() + " " + c.adder().sum())
        .containsExactly("json email 1");
  }

  private MaskingService service(SinkModes modes) {
    return new MaskingService(
        RuleSet.builtIn(),
        modes,
        sightings,
        reveals,
        viewers,
        new Tracking(null, counters),
        counters);
  }

  /** A live grant, without the wire. */
  private static final class GraceSeesEmail implements Reveals {
    @Override
    public boolean anyLive() {
      return true;
    }

    @Override
    public boolean reveal(String principal, Sink sink, PiiType type, String field, String subject) {
      return principal.equals("grace") && type == PiiType.EMAIL;
    }
  }
}
