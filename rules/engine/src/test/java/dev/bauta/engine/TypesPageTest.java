package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.engine.ids.IdFormat;
import dev.bauta.engine.ids.IdFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/types.md is made from the code, its examples by the engine; run with -Dbauta.docs=write. */
class TypesPageTest {

  private static final Path PAGE = Path.of("../../docs/types.md");
  private static final String COUNTRY = "national-id-";
  private static final int LONGEST_ID = 24;

  /** What stands before the example of a type that has no look of its own. */
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("name", "full_name="),
          Map.entry("username", "username="),
          Map.entry("address", "address: "),
          Map.entry("date-of-birth", "dob="),
          Map.entry("passport", "passport: "),
          Map.entry("driving-licence", "driving licence: "),
          Map.entry("licence-plate", "license_plate="),
          Map.entry("vehicle-id", "vin="),
          Map.entry("bank-account", "account number: "),
          Map.entry("us-bank-routing", "routing number: "),
          Map.entry("bic", "bic="),
          Map.entry("card-expiry", "card expiry: "),
          Map.entry("card-security-code", "cvv="),
          Map.entry("imei", "imei="),
          Map.entry("geo-coordinates", "coordinates: "),
          Map.entry("secret", "password="),
          Map.entry("session-id", "JSESSIONID="),
          Map.entry("url-credentials", "https://"));

  /** Types of columns, keys and rules only: no text is searched for them. */
  private static final Set<String> PLACES_ONLY = Set.of("pii", "health", "national-id");

  @Test
  void page_isWhatTheEngineDoes() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("bauta.docs"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as("run: mvn -pl rules/engine test -Dbauta.docs=write")
        .content()
        .isEqualTo(page);
  }

  @Test
  void everyExample_isMasked() {
    for (Catalogue.TypeEntry type : Catalogue.types()) {
      if (type.example() != null && !PLACES_ONLY.contains(type.id())) {
        String text = text(type);
        assertThat(masked(text)).as(type.id()).isNotEqualTo(text);
      }
    }
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append("# Types and maskers\n\n");
    page.append("Generated from the code; the examples are what the engine prints without a rule");
    page.append(" file.\n\n## Types\n\n");
    page.append("| type | what | in a text | printed |\n|---|---|---|---|\n");
    for (Catalogue.TypeEntry type : Catalogue.types()) {
      if (!type.id().startsWith(COUNTRY)) {
        type(page, type);
      }
    }
    countries(page);
    vendors(page);
    maskers(page);
    return page.toString();
  }

  private static void type(StringBuilder page, Catalogue.TypeEntry type) {
    page.append("| `").append(type.id()).append("` | ").append(type.what()).append(" | ");
    if (PLACES_ONLY.contains(type.id())) {
      page.append("by column, key, annotation or rule | `").append(type.masked()).append("` |\n");
      return;
    }
    String text = text(type);
    page.append('`').append(text).append("` | `").append(masked(text)).append("` |\n");
  }

  private static void countries(StringBuilder page) {
    Map<String, Set<String>> names = new TreeMap<>();
    for (int length = 1; length <= LONGEST_ID; length++) {
      for (IdFormat format : IdFormats.ofLength(length)) {
        String name = format.name.substring(format.name.indexOf('.') + 1);
        names.computeIfAbsent(format.type.id(), any -> new TreeSet<>()).add(name);
      }
    }
    page.append("\n## National identifiers\n\n");
    page.append("Beside a word or behind a label that speaks of one, and with the right check");
    page.append(" digit where there is one. `us-ssn` is a type of its own.\n\n");
    page.append("| type | country | numbers |\n|---|---|---|\n");
    for (Catalogue.TypeEntry type : Catalogue.types()) {
      if (names.containsKey(type.id())) {
        page.append("| `").append(type.id()).append("` | ");
        page.append(type.what().substring(type.what().indexOf(", ") + 2)).append(" | ");
        page.append(String.join(", ", names.get(type.id()))).append(" |\n");
      }
    }
  }

  private static void vendors(StringBuilder page) {
    Set<String> rules = new TreeSet<>();
    for (String[] rows :
        List.of(VendorPrefixes.CLOUD, VendorPrefixes.CODE, VendorPrefixes.SERVICES)) {
      for (String row : rows) {
        rules.add(row.substring(0, row.indexOf(' ')));
      }
    }
    page.append("\n## Secrets of vendors\n\n");
    page.append("Found by prefix and length, as `secret`; these are the names that `explain`");
    page.append(" shows: ").append(String.join(", ", rules)).append(".\n");
  }

  private static void maskers(StringBuilder page) {
    page.append("\n## Maskers\n\n");
    for (Catalogue.MaskerEntry masker : Catalogue.maskers()) {
      page.append("### `").append(masker.name()).append("`\n\n").append(masker.description());
      page.append("\n\n");
      for (String setting : masker.settings()) {
        int colon = setting.indexOf(':');
        page.append("- `").append(setting, 0, colon).append('`').append(setting.substring(colon));
        page.append('\n');
      }
      page.append(masker.settings().isEmpty() ? "" : "\n");
      page.append('`').append(masker.rule()).append("` makes of `").append(masker.example());
      page.append("`, of type `").append(masker.type()).append("`: `").append(masker.masked());
      page.append(isKeyed(masker) ? "` (with a key that is published for demonstration)" : "`");
      page.append("\n\n");
    }
  }

  private static boolean isKeyed(Catalogue.MaskerEntry masker) {
    return masker.settings().stream().anyMatch(setting -> setting.startsWith("key: "));
  }

  private static String text(Catalogue.TypeEntry type) {
    String text = LABELS.getOrDefault(type.id(), "") + type.example();
    return switch (type.id()) {
      case "url-credentials" -> text + "@db.example.com";
      case "private-key" -> text + "\\nMIIB1E9xAMpLe0kEy7q\\n-----END PRIVATE KEY-----";
      default -> text;
    };
  }

  private static String masked(String text) {
    return RuleSet.builtIn().text().mask(text, Disclosure.NOTHING, Tally.NONE);
  }
}
