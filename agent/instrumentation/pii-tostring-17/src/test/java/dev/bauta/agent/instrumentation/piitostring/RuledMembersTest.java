package dev.bauta.agent.instrumentation.piitostring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members that rules name, of classes that know nothing of us. */
final class RuledMembersTest {

  private static final String SAMPLES = RuledSamples.class.getName();

  private final TestAgent agent = TestAgent.of(new PiiToStringInstrumentation());

  @TempDir Path folder;

  @Test
  void namedMembers_areMaskedAsIfAnnotated_andTheOthersStay() {
    rule("Person", "name", "name").rule("Person", "age", "age");
    rule("Written", "name", "name").rule("Written", "age", "age");
    rule("Formatted", "name", "name").rule("Formatted", "age", "age");
    rule("Getter", "fullName", "name");
    Function<String, Object> samples = samples();

    assertThat(samples.apply("record")).hasToString("Person[name=[NAME], age=[AGE], desk=open]");
    assertThat(samples.apply("written")).hasToString("Written [NAME] [AGE] open");
    assertThat(samples.apply("format")).hasToString("[NAME] 0");
    assertThat(samples.apply("getter")).hasToString("Getter [NAME]");
    assertThat(samples.apply("other")).hasToString("Ada Lovelace");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @Test
  void annotationAndRule_bothHold_andTheClassIsRewrittenOnce() {
    rule("Both", "age", "age");
    assertThat(samples().apply("annotated too")).hasToString("[NAME] [AGE]");
  }

  @Test
  void withoutRules_nothingIsRewritten() {
    assertThat(samples().apply("written")).hasToString("Written Ada Lovelace 36 open");
  }

  @Test
  void maskingThrows_theValueIsHidden() {
    rule("Written", "name", "name").rule("Written", "age", "age");
    Object written = samples().apply("written");
    agent.masking().breaking();
    assertThat(written.toString()).doesNotContain("Ada", "36").contains("open");
  }

  private RuledMembersTest rule(String type, String member, String piiType) {
    agent.masking().member(SAMPLES + "$" + type, member, piiType);
    return this;
  }

  @SuppressWarnings("unchecked")
  private Function<String, Object> samples() {
    Path classes = Path.of("target", "test-classes").toAbsolutePath();
    return agent.load(classes).share("dev.bauta.annotations.").create(SAMPLES, Function.class);
  }
}
