package dev.bauta.agent.instrumentation.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.log.Values;
import dev.bauta.agent.testing.TestMasking;
import dev.bauta.agent.testing.TestViewers;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** The diagnostic context and key-value pairs. */
class KeyedValuesTest {

  private final TestMasking masking =
      new TestMasking(new TestViewers()).rule("pin", "secret").hiding("ssn=123456789");
  private final MdcMaps maps = new MdcMaps(masking);
  private final Pairs pairs = new Pairs(masking, new Values(masking));

  @Test
  void ruleForTheKey_goesBeforeContent() {
    assertThat(hide(Map.of("pin", "1", "mail", "ada@example.com", "trace", "7")))
        .containsOnly(
            Map.entry("pin", "[SECRET]"), Map.entry("mail", "[EMAIL]"), Map.entry("trace", "7"));
    assertThat(hide("pin", 1234)).isEqualTo("[SECRET]");
    assertThat(hide("mail", "ada@example.com")).isEqualTo("[EMAIL]");
  }

  @Test
  void longNumber_isJudgedWithItsKey() {
    assertThat(hide(Map.of("ssn", "123456789", "order", "123456789")))
        .containsOnly(Map.entry("ssn", "[MASKED]"), Map.entry("order", "123456789"));
    assertThat(hide("ssn", 123456789)).isEqualTo("[MASKED]");
    assertThat(hide("order", 123456789)).isEqualTo(123456789);
  }

  @Test
  void nothingToHide_isTheSameObject() {
    Map<String, String> context = new HashMap<>(Map.of("trace", "7"));
    List<KeyValuePair> list = List.of(new KeyValuePair("a", 1), new KeyValuePair("b", null));
    assertThat(maps.apply(null, context)).isSameAs(context);
    assertThat(maps.apply(null, Collections.emptyMap())).isSameAs(Collections.emptyMap());
    assertThat(maps.apply(null, null)).isNull();
    assertThat(pairs.apply(null, list)).isSameAs(list);
    assertThat(pairs.apply(null, null)).isNull();
  }

  @Test
  void valueWhoseToStringThrows_costsItsOwnPairOnly() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new UnsupportedOperationException();
          }
        };
    assertThat(hide("broken", broken)).isEqualTo("[MASKED]");
  }

  @Test
  void failure_leavesKeysOnly() {
    assertThat(new Harmless().apply(Map.of("mail", "ada@example.com")))
        .isEqualTo(Map.of("mail", "[MASKED]"));
    KeyValuePair masked =
        (KeyValuePair) new Harmless().apply(new KeyValuePair("mail", "ada@example.com"));
    assertThat(masked.key + "=" + masked.value).isEqualTo("mail=[MASKED]");
    assertThat(new Harmless().apply(List.of(new KeyValuePair("a", "b")))).isEqualTo(List.of());
    assertThat(new Harmless().apply(new Object())).isNull();
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> hide(Map<String, String> context) {
    return (Map<String, String>) maps.apply(null, context);
  }

  private Object hide(String key, Object value) {
    List<?> hidden = (List<?>) pairs.apply(null, List.of(new KeyValuePair(key, value)));
    return ((KeyValuePair) hidden.get(0)).value;
  }
}
