package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonMaskerTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void cleanJson_allocatesNothing() {
    String json =
        """
        {"id": 4711, "status": "open", "at": "2026-11-23T08:15:30Z", "total": 12.50, "paid": true,
         "lines": [{"sku": "A-100", "count": 2}, {"sku": "B-7", "count": 1}], "note": null,
         "text": "the parcel was left behind the blue door of the house", "tags": ["a", "b", "c"]}
        """;
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    JsonMasker masker = new JsonMasker(RuleSet.builtIn());
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 2_000; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      boolean same = masker.mask(json, Disclosure.NOTHING, Tally.NONE) == (Object) json;
      byte[] masked = masker.mask(utf8, 0, utf8.length, Disclosure.NOTHING, Tally.NONE);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
      assertThat(same).isTrue();
      assertThat(masked).isNull();
    }
    assertThat(least).isZero();
  }

  private static final ObjectMapper JACKSON = new ObjectMapper();
  private static final String CARD = "4111111111111111";
  private static final String SSN = "536-22-8726";

  private final JsonMasker masker = new JsonMasker(RuleSet.builtIn());

  @Test
  void nothingPersonal_isTheSameInstance() {
    String json =
        "{\"id\": 17, \"at\": \"2024-05-01T12:00:00.123Z\", \"ok\": true, \"none\": null,\n"
            + " \"run\": \"0f8fad5b-d9cb-469f-a165-70867728950e\", \"list\": [1, 2.5e-3, \"x\"]}";
    assertThat(mask(json)).isSameAs(json);
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    assertThat(masker.mask(utf8, 0, utf8.length, Disclosure.NOTHING, Tally.NONE)).isNull();
  }

  @Test
  void valueOfARuledKey_isMaskedWhole() {
    assertThat(mask("{\"ssn\" : \"" + SSN + "\", \"a\":1}"))
        .isEqualTo("{\"ssn\" : \"***-**-8726\", \"a\":1}");
    assertThat(mask("{\"\\u0073sn\":\"" + SSN + "\"}"))
        .isEqualTo("{\"\\u0073sn\":\"***-**-8726\"}");
    assertThat(mask("{\"password\":\"a\\\"b\\\\\",\"x\":\"y\"}"))
        .doesNotContain("a\\\"b")
        .endsWith(",\"x\":\"y\"}");
  }

  @Test
  void valuesInsideARuledKey_areMaskedToo() throws Exception {
    String masked = mask("{\"password\":[\"one\",{\"x\":\"two\"},[\"three\"]],\"y\":\"four\"}");
    assertThat(masked).doesNotContain("one", "two", "three").contains("\"y\":\"four\"");
    assertThat(JACKSON.readTree(masked).get("password").get(1).has("x")).isTrue();
  }

  @Test
  void valueThatIsLeftOut_becomesNull() {
    RuleSet rules =
        RuleFile.parse(
                "bauta.yaml", "rules: [{key: pin, type: secret, masker: \"null\", numeric: true}]")
            .rules();
    JsonMasker leavingOut = new JsonMasker(rules);
    for (String[] pair :
        new String[][] {
          {"{\"pin\":\"1234\",\"a\":1}", "{\"pin\":null,\"a\":1}"},
          {"{\"pin\":1234}", "{\"pin\":null}"},
          {"{\"pin\":[\"a\",{\"b\":true}]}", "{\"pin\":[null,{\"b\":null}]}"},
          {"{\"pin\":null}", "{\"pin\":null}"},
          {"{\"a\":b,\"pin\":\"1234\"}", "{\"a\":b,\"pin\":null}"},
          {"{\"pin\":[\"1234", "{\"pin\":[null"},
        }) {
      String masked = leavingOut.mask(pair[0], Disclosure.NOTHING, Tally.NONE);
      assertThat(masked).isEqualTo(pair[1]);
      assertThat(leavingOut.mask(masked, Disclosure.NOTHING, Tally.NONE)).isEqualTo(masked);
    }
  }

  @Test
  void contentOfOtherStrings_isMasked() {
    assertThat(mask("{\"note\":\"write to john.doe@example.com\"}"))
        .isEqualTo("{\"note\":\"write to j***@example.com\"}");
    assertThat(mask("[\"x\\njohn.doe@example.com\\\"\"]"))
        .isEqualTo("[\"x\\u000aj***@example.com\\\"\"]");
    assertThat(mask("[\"john\\u002edoe\\u0040example.com\"]")).isEqualTo("[\"j***@example.com\"]");
  }

  @Test
  void bareCardNumber_becomesAString() {
    assertThat(mask("{\"n\":" + CARD + ",\"m\":" + "4111111111111112}"))
        .isEqualTo("{\"n\":\"************1111\",\"m\":4111111111111112}");
  }

  @Test
  void severalDocuments_areMaskedEach() {
    assertThat(mask("{\"ssn\":\"" + SSN + "\"}\n{\"ssn\":\"" + SSN + "\"}\n"))
        .isEqualTo("{\"ssn\":\"***-**-8726\"}\n{\"ssn\":\"***-**-8726\"}\n");
  }

  @Test
  void textAroundJson_isSearchedAsText() {
    assertThat(mask("sent {\"ssn\":\"" + SSN + "\"}")).doesNotContain("536");
    assertThat(mask("{\"a\":1} and john.doe@example.com")).doesNotContain("john");
    assertThat(mask("4111 1111 1111 1111 {}")).startsWith("**** **** **** 1111");
    assertThat(mask("{\"a\":[4111 1111 1111 1111]}")).doesNotContain("4111 1111 1111");
  }

  @Test
  void textThatIsCutOff_showsNothing() {
    assertThat(mask("{\"password\":\"Plan")).doesNotContain("Plan");
    assertThat(mask("{\"a\":\"john.doe@example.com")).doesNotContain("john");
    assertThat(mask("{\"password\":[\"a\",\"b\",Plan")).doesNotContain("Plan");
    assertThat(mask("{\"a\":b,\"password\":\"Planted\"}")).doesNotContain("Planted");
    assertThat(mask("{\"a\":\"x\" y\",\"password\":\"Planted\"}")).doesNotContain("Planted");
    assertThat(mask("{\"password\":Planted}")).doesNotContain("Planted");
  }

  @Test
  void deepNesting_isNoLimit() {
    String json = "[".repeat(200_000) + "\"john.doe@example.com\"" + "]".repeat(200_000);
    assertThat(mask(json)).contains("[\"j***@example.com\"]");
  }

  @Test
  void othersScripts_comeThrough() throws Exception {
    String json =
        "{\"\u0438\u043c\u044f\":\"\u0418\u0432\u0430\u043d \ud83d\ude00 a@example.com\"}";
    assertThat(JACKSON.readTree(mask(json)).get("\u0438\u043c\u044f").asText())
        .isEqualTo("\u0418\u0432\u0430\u043d \ud83d\ude00 a***@example.com");
    assertThat(mask("[\"\uff14111\uff111111111111\uff11\"]")).doesNotContain("\uff14");
    String latin = "{\"stra\u00dfenfest\":\"\u00fc\",\"b\":\"a@example.com\"}";
    assertThat(mask(latin))
        .isEqualTo("{\"stra\u00dfenfest\":\"\u00fc\",\"b\":\"a***@example.com\"}");
  }

  @Test
  void aPieceOfAnArray_isMaskedAloneAsBytes() {
    byte[] utf8 = ("xx{\"ssn\":\"" + SSN + "\"}yy").getBytes(StandardCharsets.UTF_8);
    byte[] masked = masker.mask(utf8, 2, utf8.length - 2, Disclosure.NOTHING, Tally.NONE);
    assertThat(new String(masked, StandardCharsets.UTF_8)).isEqualTo("{\"ssn\":\"***-**-8726\"}");
  }

  @Test
  void revealedTypes_areShown() {
    String json = "{\"ssn\":\"" + SSN + "\"}";
    assertThat(masker.mask(json, type -> type == PiiType.US_SSN, Tally.NONE)).isSameAs(json);
  }

  @Test
  void disclosureThatThrows_hidesAll() {
    String masked =
        masker.mask(
            "{\"ssn\":\"" + SSN + "\"}",
            type -> {
              throw new IllegalStateException();
            },
            Tally.NONE);
    assertThat(masked).isEqualTo("\"[MASKED]\"");
  }

  @Test
  void manyKeys_areDecidedRightPastTheTable() {
    for (int i = 0; i < 5000; i++) {
      String json = "{\"key" + i + "\":\"plain\",\"ssn\":\"" + SSN + "\"}";
      assertThat(mask(json)).isEqualTo("{\"key" + i + "\":\"plain\",\"ssn\":\"***-**-8726\"}");
    }
  }

  @Test
  void randomDocuments_parseToTheSameTreeButForMaskedLeaves() throws Exception {
    Random random = new Random(11);
    for (int i = 0; i < 3000; i++) {
      String json = document(random, 4);
      String masked = mask(json);
      same(JACKSON.readTree(json), JACKSON.readTree(masked), json);
      assertThat(mask(masked)).as(json).isSameAs(masked);
    }
  }

  @Test
  void cutAndBrokenDocuments_neverShowWhatIsInThem() {
    Random random = new Random(12);
    for (int i = 0; i < 20_000; i++) {
      String json = document(random, 3);
      StringBuilder broken = new StringBuilder(json);
      broken.setLength(random.nextInt(json.length() + 1));
      String cut = mask(broken.toString());
      assertThat(cut).as(broken.toString()).doesNotContain("planted@example.com", SSN, CARD);
      assertThat(mask(cut)).as(broken.toString()).isEqualTo(cut);
    }
  }

  @Test
  void randomBytes_neverThrow() {
    Random random = new Random(13);
    Failing failing = new Failing();
    String signs = "{}[]\",:\\ u0tfn1-.e@\n\u00e9\u0660a";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      masker.mask(text.toString(), Disclosure.NOTHING, failing);
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      masker.mask(bytes, 0, bytes.length, Disclosure.NOTHING, failing);
    }
    assertThat(failing.last).isNull();
  }

  private static void same(JsonNode raw, JsonNode masked, String json) {
    if (raw.isContainerNode()) {
      assertThat(masked.getNodeType()).as(json).isEqualTo(raw.getNodeType());
      assertThat(masked.size()).as(json).isEqualTo(raw.size());
      raw.fieldNames().forEachRemaining(name -> same(raw.get(name), masked.get(name), json));
      for (int i = 0; raw.isArray() && i < raw.size(); i++) {
        same(raw.get(i), masked.get(i), json);
      }
    } else if (!masked.equals(raw)) {
      assertThat(masked.isTextual()).as(json).isTrue();
      assertThat(masked.asText()).as(json).containsPattern("[*\\[]");
    }
  }

  private static String document(Random random, int depth) {
    List<String> names = List.of("id", "note", "ssn", "a b", "password", "items", "\\u00e9", "z");
    StringBuilder out = new StringBuilder("{");
    int members = 1 + random.nextInt(4);
    for (int i = 0; i < members; i++) {
      out.append(i == 0 ? "" : random.nextBoolean() ? "," : " ,\n ");
      out.append('"').append(names.get(random.nextInt(names.size()))).append(i).append('"');
      out.append(random.nextBoolean() ? ":" : " : ").append(value(random, depth));
    }
    return out.append('}').toString();
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 12 : 10)) {
      case 0 -> "\"planted@example.com\"";
      case 1 -> "\"call \\\"planted@example.com\\\" \\u00e9\"";
      case 2 -> "\"" + SSN + "\"";
      case 3 -> CARD;
      case 4 -> "-12.5e+3";
      case 5 -> "true";
      case 6 -> "null";
      case 7 -> "\"\"";
      case 8 -> "\"2024-05-01\"";
      case 9 -> "\"plain \u00e9\u4e2d\"";
      case 10 -> "[" + value(random, depth - 1) + " , " + value(random, depth - 1) + "]";
      default -> document(random, depth - 1);
    };
  }

  private String mask(String json) {
    return masker.mask(json, Disclosure.NOTHING, Tally.NONE);
  }

  private static final class Failing implements Tally {
    Throwable last;

    @Override
    public void masked(PiiType type) {}

    @Override
    public void revealed(PiiType type) {}

    @Override
    public void failed(Throwable failure) {
      last = failure;
    }
  }
}
