package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A JSON string is masked as the text in it is: what is skipped unread never holds anything. */
class JsonContentTest {

  private static final RuleSet RULES = RuleSet.builtIn();
  private static final JsonMasker MASKER = new JsonMasker(RULES);

  @Test
  void everyTextOfTheCorpora_isMaskedAsPlainText() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String text : corpora()) {
      differing(text, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyPieceOfTheCorpora_isMaskedAsPlainText() throws IOException {
    Random random = new Random(17);
    List<String> wrong = new ArrayList<>();
    for (String text : corpora()) {
      for (int i = 0; i < 20; i++) {
        int from = random.nextInt(text.length() + 1);
        differing(text.substring(from, from + random.nextInt(text.length() - from + 1)), wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatALabelLeadsTo_isFoundWithoutDigits() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String text :
        List.of(
            "password=abcdef",
            "pwd:hunter",
            "user's password: correcthorse",
            "Bearer abcdefghijklmnopqrstuvwxyz",
            "bearer ABCDEFGHIJKLMNOPQRSTUVwxyzabcdef",
            "sent Authorization Bearer abcdefghijklmnopqrstuvwxyzabcd to it",
            "Basic YWxhZGRpbjpvcGVuc2VzYW1l",
            "token is abcdefghijklmnopqrstuvwxyzABCDEF",
            "tel: 12345",
            "tel:12345",
            "call 555-1234",
            "::1",
            "fe80::a",
            "a@b.co",
            "https://me:secret@host/")) {
      differing(text, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void timesAndIds_areTakenForNothingElse() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String text :
        List.of(
            "2024-05-01",
            "2024-05-01T12:00:00",
            "2024-05-01 12:00:00.123456789+02:00",
            "2024-05-01T12:00:00Z",
            "2024-05-01T12:00:00.5Z",
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "41111111-1111-1111-1111-111111111111",
            "0F8FAD5B-D9CB-469F-A165-70867728950E",
            "0f8fad5b-d9cb-469f-a165-7086772895@e",
            "2024-05-01 10.11.12.13",
            "2024-05-01T12:00:00 4111111111111111",
            "2024-05-01T12:00:00.4111111111111111",
            "2024-05-0112:00:00")) {
      differing(text, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static void differing(String text, List<String> wrong) {
    String quoted = JsonStrings.quote(text, 0xFFFF);
    String masked = RULES.text().mask(text, Disclosure.NOTHING, Tally.NONE);
    String expected = masked.equals(text) ? quoted : JsonStrings.quote(masked, 0xFFFF);
    for (String[] around :
        new String[][] {{"{\"x\":", ",\"y\":1}"}, {"{\"x\" : ", "}"}, {"[", "]"}, {"[1,", "]"}}) {
      String json = around[0] + quoted + around[1];
      byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
      byte[] bytes = MASKER.mask(utf8, 0, utf8.length, Disclosure.NOTHING, Tally.NONE);
      String asBytes = new String(bytes == null ? utf8 : bytes, StandardCharsets.UTF_8);
      String wanted = around[0] + expected + around[1];
      String asString = MASKER.mask(json, Disclosure.NOTHING, Tally.NONE);
      if (!wanted.equals(asBytes) || !same(wanted, asString)) {
        wrong.add(json + " is wanted as " + wanted + " but is " + asBytes + " or " + asString);
      }
    }
  }

  /** Escapes of letters past U+00FF depend on whether the whole text has such. */
  private static boolean same(String wanted, String got) {
    return JsonStrings.unescape(wanted).equals(JsonStrings.unescape(got));
  }

  private static Set<String> corpora() throws IOException {
    Set<String> texts = new TreeSet<>();
    for (PiiType type : PiiType.CONTENT) {
      try (InputStream in =
          JsonContentTest.class.getResourceAsStream("/corpus/" + type.id() + ".tsv")) {
        if (in == null) {
          continue;
        }
        for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
          String[] columns = line.split("\t", -1);
          for (int i = 1; i < columns.length; i++) {
            texts.add(columns[i].replace("\\u200b", "\u200b").replace("\\u00ad", "\u00ad"));
          }
        }
      }
    }
    assertThat(texts).hasSizeGreaterThan(500);
    return texts;
  }
}
