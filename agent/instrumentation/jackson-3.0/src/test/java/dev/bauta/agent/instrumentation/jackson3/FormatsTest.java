package dev.bauta.agent.instrumentation.jackson3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Smile, CBOR, YAML, buffers of tokens, and Blackbird's writers of properties. */
final class FormatsTest {

  private static final TestAgent AGENT = TestAgent.of(new Jackson3Instrumentation());
  private static final Map<String, RewritingLoader> LOADERS = new ConcurrentHashMap<>();

  static {
    AGENT.masking().rule("ssn", "ssn");
  }

  @ParameterizedTest
  @CsvSource({
    "3.0.4, smile",
    "3.2.4, smile",
    "3.0.4, cbor",
    "3.2.4, cbor",
    "3.0.4, yaml",
    "3.2.4, yaml"
  })
  void otherFormat_isMaskedAsJsonIs(String version, String format) {
    assertThat(run(version, format))
        .isEqualTo(
            "{person={id=7, name=[NAME], age=null}, ssn=[[SSN], [[SSN]]], note=write to [EMAIL], "
                + "[EMAIL]=1, long=x... [EMAIL]}[to [EMAIL], to [EMAIL]]");
  }

  @ParameterizedTest
  @CsvSource({"3.0.4, smile bytes", "3.2.4, smile bytes", "3.0.4, cbor bytes", "3.2.4, cbor bytes"})
  void utf8TextOfABinaryFormat_isMasked(String version, String format) {
    assertThat(run(version, format)).isEqualTo("[to [EMAIL], [EMAIL]]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.4", "3.2.4"})
  void bufferOfTokens_isMaskedWhenItIsWritten(String version) {
    assertThat(run(version, "buffer"))
        .isEqualTo(
            "{'ssn':'[SSN]','note':'to [EMAIL]','[EMAIL]':{'id':7,'name':'[NAME]','age':null}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.4", "3.2.4"})
  void whatTheApplicationReads_isUntouchedAlsoThroughABuffer(String version) {
    assertThat(run(version, "round trip")).isEqualTo("123ada@example.com2123a@b.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.4"})
  void blackbird_leavesAnnotatedMembersToUs(String version) {
    assertThat(run(version, "blackbird"))
        .startsWith("[{'id':7,'name':'[NAME]','none':null,'untyped':'[PII]'}")
        .contains("'name':'[NAME]'")
        .contains("'member':null");
  }

  private static String run(String version, String format) {
    return Formats.apply(LOADERS.computeIfAbsent(version, v -> Formats.loader(AGENT, v)), format);
  }
}
