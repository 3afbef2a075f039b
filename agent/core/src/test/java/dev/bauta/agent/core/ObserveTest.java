package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.engine.PiiType;
import dev.bauta.engine.RuleSet;
import dev.bauta.report.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sink that is only looked at. */
class ObserveTest {

  private static final String MAIL = "ada.lovelace@example.org";

  /** Says yes to everybody, and remembers that it was asked. */
  private static final class Everybody implements Reveals {
    boolean asked;

    @Override
    public boolean anyLive() {
      return true;
    }

    @Override
    public boolean reveal(String principal, Sink sink, PiiType type, String field, String subject) {
      asked = true;
      return true;
    }
  }

  private final Counters counters = new Counters();
  private final Sightings sightings = new Sightings(counters);
  private final SinkModes modes = new SinkModes(Modes.all(Mode.OBSERVE));
  private final Everybody grants = new Everybody();
  private final MaskingService masking =
      new MaskingService(
          RuleSet.builtIn(),
          modes,
          sightings,
          grants,
          new ViewerContext(() -> true),
          new Tracking(null, counters),
          counters);

  @Test
  void text_isTheSame_andCountedWithItsLogger() {
    String line = "mail " + MAIL + " and bob@example.org";
    assertThat(masking.text(Sink.LOG, "com.acme.Desk", line)).isSameAs(line);
    assertThat(masking.text(Sink.LOG, "com.acme.Desk", "nothing here at all")).isNotNull();
    assertThat(sightings.counts())
        .containsExactly(
            new Sightings.Count(Spot.ofText(Sink.LOG, "com.acme.Desk"), "email", Seen.CONTENT, 2));
    assertThat(counters.maskedCounts()).isEmpty();
  }

  @Test
  void characters_areLeftAlone_andCounted() {
    char[] line = ("mail " + MAIL).toCharArray();
    assertThat(masking.text(Sink.JSON, "contact", line, 0, line.length)).isNull();
    assertThat(sightings.total(Sink.JSON)).isEqualTo(1);
  }

  @Test
  void aPlaceWithARule_showsItsValue_asksNoGrant_andIsCounted() {
    Place place = masking.column("customers", "email");
    assertThat(place.hide(MAIL)).isSameAs(MAIL);
    assertThat(place.revealed()).isTrue();
    assertThat(place.observes()).isTrue();
    assertThat(sightings.counts())
        .containsExactly(
            new Sightings.Count(Spot.ofColumn("customers.email"), "email", Seen.RULE, 2));
    assertThat(grants.asked).isFalse();
  }

  @Test
  void aKeyWithoutARule_isNamed_andMasksOnceTheModeHasChanged() {
    Place place = masking.contextKey("com.acme.Desk", "customer");
    assertThat(place.hide(MAIL)).isSameAs(MAIL);
    assertThat(sightings.counts())
        .containsExactly(
            new Sightings.Count(
                Spot.ofKey(Sink.LOG, "com.acme.Desk", "customer"), "email", Seen.CONTENT, 1));
    modes.replace(Modes.all(Mode.MASK));
    assertThat(place.hide(MAIL)).isNotEqualTo(MAIL);
    assertThat(masking.contextKey("com.acme.Desk", "customer")).isNull();
  }

  @Test
  void aPrintedObjectThatThrows_isTheSame() {
    Object thrower =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException(MAIL);
          }
        };
    assertThat(masking.printed(Sink.LOG, "a", thrower)).isSameAs(thrower);
    assertThat(masking.instead(Sink.LOG, thrower)).isSameAs(thrower);
  }

  @Test
  void namesThatMayBeValues_areNotKept() {
    masking.text(Sink.JSON, MAIL, MAIL);
    masking.text(Sink.JSON, "4111111111111111", MAIL);
    masking.text(Sink.JSON, "Ada Lovelace", MAIL);
    assertThat(sightings.counts())
        .containsExactly(
            new Sightings.Count(
                Spot.ofText(Sink.JSON, PlaceNames.OTHERS), "email", Seen.CONTENT, 3));
  }

  @Test
  void placesPastTheBound_areCountedTogether() {
    int more = 500;
    for (int i = 0; i < Sightings.MAX_PLACES + more; i++) {
      masking.text(Sink.LOG, "logger" + letters(i), MAIL);
    }
    List<Sightings.Count> counts = sightings.counts();
    assertThat(counts).hasSize(Sightings.MAX_PLACES + 1);
    assertThat(counts)
        .filteredOn(c -> c.by().equals(Seen.OTHER))
        .extracting(Sightings.Count::count)
        .containsExactly((long) more);
  }

  @Test
  void theThreadThatProves_masks_andIsNotCounted() {
    modes.proving(Thread.currentThread());
    assertThat(masking.text(Sink.LOG, "a", MAIL)).doesNotContain("lovelace");
    modes.proving(null);
    assertThat(masking.text(Sink.LOG, "a", MAIL)).isEqualTo(MAIL);
    assertThat(sightings.total(Sink.LOG)).isEqualTo(1);
  }

  @Test
  void fromObserveToMask_holdsForPlacesHandedOutBefore() {
    Place place = masking.key(Sink.JSON, "email");
    assertThat(place.hide(MAIL)).isEqualTo(MAIL);
    modes.replace(Modes.all(Mode.MASK));
    grants.asked = false;
    assertThat(place.hide(MAIL)).isNotEqualTo(MAIL);
  }

  @Test
  void aHookThatFails_leavesTheValueAlone() {
    LinkTable links = new LinkTable(masking);
    links.registering(Sink.LOG);
    links.filter(
        "hook",
        v -> {
          throw new IllegalStateException();
        },
        v -> "hidden");
    @SuppressWarnings("unchecked")
    var hook = (java.util.function.UnaryOperator<Object>) links.apply("hook");
    assertThat(hook.apply(MAIL)).isEqualTo(MAIL);
    modes.replace(Modes.all(Mode.MASK));
    assertThat(hook.apply(MAIL)).isEqualTo("hidden");
    assertThat(counters.failures()).isEqualTo(2);
  }

  private static String letters(int n) {
    return n == 0 ? "" : letters(n / 26) + (char) ('a' + n % 26);
  }
}
