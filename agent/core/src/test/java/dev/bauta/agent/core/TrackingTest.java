package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.engine.RuleFile;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a marked column or an annotated member to a log line or a JSON text. */
class TrackingTest {

  private static final String RULES =
      "rules:\n  - column: full_name\n    type: name\n  - column: member_no\n    type: pii\n"
          + "    numeric: true\n";

  private final Counters counters = new Counters();
  private final Sightings sightings = new Sightings(counters);
  private SinkModes modes;
  private MaskingService masking;

  @BeforeEach
  void rowsAreTracked() throws Exception {
    modes = new SinkModes(Modes.all(Mode.MASK).with(Sink.JDBC, Mode.TRACK));
    masking =
        new MaskingService(
            RuleFile.parse("bauta.yaml", RULES).rules(),
            modes,
            sightings,
            Reveals.NOTHING,
            new ViewerContext(() -> true),
            new Tracking(new TrackingSettings(4_096, 60, true), counters),
            counters);
  }

  @Test
  void theApplicationGetsTheRawRow_andLogsAndJsonHideIt() {
    String mail = "ada@example.com";
    assertThat(masking.column(null, "full_name").hide("Ada Lovelace")).isEqualTo("Ada Lovelace");
    assertThat(masking.text(Sink.JDBC, "note", mail)).isSameAs(mail);

    assertThat(masking.text(Sink.LOG, null, "hello Ada, mail " + mail))
        .isEqualTo("hello [NAME], mail a***@example.com");
    assertThat(masking.text(Sink.JSON, "title", "Mrs. Lovelace")).isEqualTo("Mrs. [NAME]");
    assertThat(masking.printed(Sink.LOG, null, List.of("ADA LOVELACE", 5)).toString())
        .isEqualTo("[[NAME], 5]");
    assertThat(counters.failures()).isZero();
    assertThat(counters.maskedCounts()).isNotEmpty();
  }

  @Test
  void characters_areLookedAtAsTextIs() {
    masking.column(null, "full_name").hide("Ada Lovelace");
    char[] text = "xx hello Ada xx".toCharArray();

    assertThat(masking.text(Sink.LOG, null, text, 3, 12)).isEqualTo("hello [NAME]");
    assertThat(masking.text(Sink.LOG, null, text, 3, 8)).isNull();
  }

  @Test
  void numbersOfANumericRule_areTrackedToo() {
    Place number = masking.column(null, "member_no");
    assertThat(number.hide(73_211_987L)).isEqualTo(73_211_987L);

    assertThat(masking.text(Sink.LOG, null, "member 73211987")).isEqualTo("member [PII]");
  }

  @Test
  void anAnnotatedMember_isKnownOnceItWentBy() {
    assertThat(masking.text(Sink.LOG, null, "for Wilhelmina")).isEqualTo("for Wilhelmina");
    masking.annotated(Sink.LOG, "name", "name").saw("Wilhelmina Jones");

    assertThat(masking.text(Sink.LOG, null, "for Wilhelmina")).isEqualTo("for [NAME]");
  }

  @Test
  void whereOnlyLooked_itIsCountedAsTracked() {
    masking.column(null, "full_name").hide("Ada Lovelace");
    modes.replace(modes.current().with(Sink.LOG, Mode.OBSERVE));

    assertThat(masking.text(Sink.LOG, "Desk", "hello Ada")).isEqualTo("hello Ada");
    assertThat(sightings.counts())
        .extracting(Sightings.Count::type, Sightings.Count::by)
        .containsExactly(org.assertj.core.api.Assertions.tuple("name", "tracked"));
  }

  @Test
  void whatWasCountedAtItsPlace_isNotCountedAgainOnItsWayOut() {
    modes.replace(modes.current().with(Sink.JSON, Mode.OBSERVE));
    String name = "Ada Lovelace";
    Place place = masking.annotated(Sink.JSON, "name", "name");
    place.saw(name);
    place.hide(name);
    masking.text(Sink.JSON, "name", name);

    assertThat(sightings.counts()).extracting(Sightings.Count::by).containsExactly("rule");
    masking.text(Sink.JSON, "title", "Ms " + name);
    assertThat(sightings.counts()).hasSize(2);
  }

  @Test
  void rowsThatAreMasked_areKnownAsWell() {
    modes.replace(Modes.all(Mode.MASK));
    assertThat(masking.column(null, "full_name").hide("Ada Lovelace")).isEqualTo("[NAME]");

    assertThat(masking.text(Sink.LOG, null, "typed: ada lovelace")).isEqualTo("typed: [NAME]");
  }
}
