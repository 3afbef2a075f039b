package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.Origins;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.engine.RuleFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonOriginsTest {

  private static final String MAIL = "ada@example.com";
  private static final String MASKED_MAIL = "a***@example.com";

  private final Counters counters = new Counters();
  private final SinkModes modes = new SinkModes(Modes.all(Mode.MASK));
  private MaskingService masking = masking("rules: [{traffic: client, enabled: false}]");

  @Test
  void innermostTraffic_counts_andOnlyForJson() {
    Origins origins = masking.origins();
    Object[] place = origins.place();
    assertThat(json()).isEqualTo(MASKED_MAIL);
    place[0] = origins.traffic("server");
    assertThat(json()).isEqualTo(MASKED_MAIL);
    Object server = place[0];
    place[0] = origins.traffic("client");
    assertThat(json()).isSameAs(MAIL);
    assertThat(masking.text(Sink.LOG, null, MAIL)).isEqualTo(MASKED_MAIL);
    assertThat(masking.text(Sink.JDBC, null, MAIL)).isEqualTo(MASKED_MAIL);
    place[0] = server;
    assertThat(json()).isEqualTo(MASKED_MAIL);
  }

  @Test
  void otherThreads_knowNothingOfIt() throws InterruptedException {
    masking.origins().place()[0] = masking.origins().traffic("client");
    String[] seen = new String[1];
    Thread other = new Thread(() -> seen[0] = json());
    other.start();
    other.join();
    assertThat(seen[0]).isEqualTo(MASKED_MAIL);
  }

  @Test
  void placesThatHooksKeep_askEachTime() {
    Place kept = masking.annotated(Sink.JSON, "email", "email");
    Object[] place = masking.origins().place();
    place[0] = masking.origins().traffic("client");
    assertThat(kept.hide(MAIL)).isSameAs(MAIL);
    assertThat(kept.revealed()).isTrue();
    assertThat(masking.key(Sink.JSON, "password")).isNotNull();
    place[0] = null;
    assertThat(kept.hide(MAIL)).isEqualTo(MASKED_MAIL);
    assertThat(kept.revealed()).isFalse();
  }

  @Test
  void whatIsLeft_isNotReportedEither() {
    modes.replace(Modes.all(Mode.OBSERVE));
    masking.origins().place()[0] = masking.origins().traffic("client");
    assertThat(json()).isSameAs(MAIL);
    assertThat(masking.annotated(Sink.JSON, "email", "email").hide(MAIL)).isSameAs(MAIL);
  }

  @Test
  void callerAboveAnother_isStillCalling() {
    masking = masking("rules: [{caller: com.acme.Export, enabled: false}]");
    Origins origins = masking.origins();
    Object[] place = origins.place();
    place[0] = origins.caller("com/acme/Export");
    place[0] = origins.caller("com/acme/Other");
    place[0] = origins.traffic("server");
    assertThat(json()).isSameAs(MAIL);
  }

  @Test
  void documentInside_isPartOfTheOneOutside() {
    masking = masking("rules: [{target: java.lang.Integer, enabled: false}]");
    Origins origins = masking.origins();
    Object[] place = origins.place();
    place[0] = origins.document(null, List.of(1));
    assertThat(json()).isSameAs(MAIL);
    assertThat(origins.document(null, "inside")).isSameAs(place[0]);
    place[0] = null;
    place[0] = origins.document(null, new Integer[0][0]);
    assertThat(json()).isSameAs(MAIL);
    place[0] = null;
    place[0] = origins.document(null, "a text");
    assertThat(json()).isEqualTo(MASKED_MAIL);
  }

  @Test
  void canary_isMaskedWhateverTheRulesLeave() {
    masking = masking("rules: [{traffic: '*', enabled: false}]");
    assertThat(json()).isSameAs(MAIL);
    modes.proving(Thread.currentThread());
    assertThat(json()).isEqualTo(MASKED_MAIL);
    modes.proving(null);
  }

  @Test
  void failure_masks() {
    masking =
        masking("rules: [{target: com.acme.*, enabled: false}, {traffic: '*', enabled: false}]");
    masking.origins().place()[0] = "what does not belong here";
    assertThat(json()).isEqualTo(MASKED_MAIL);
    assertThat(counters.failures()).isPositive();
    masking.origins().place()[0] = null;
  }

  private String json() {
    return masking.text(Sink.JSON, null, MAIL);
  }

  private MaskingService masking(String rules) {
    return new MaskingService(
        RuleFile.parse("bauta.yaml", rules).rules(),
        modes,
        new Sightings(counters),
        Reveals.NOTHING,
        new ViewerContext(() -> true),
        new Tracking(null, counters),
        counters);
  }
}
