package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhonePlansTest {

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  @Test
  void table_isWhatTheMetadataSay() throws Exception {
    assertThat(PhonePlanTable.TEXT).isEqualTo(PhonePlanTableMaker.make());
  }

  @Test
  void table_isSmall() {
    assertThat(PhonePlanTable.TEXT).hasSizeLessThan(20_000);
  }

  @Test
  void everyCountrysExampleNumbers_areFoundWhole() {
    List<String> missed = new ArrayList<>();
    for (PhoneNumber example : examples()) {
      for (PhoneNumberFormat format :
          new PhoneNumberFormat[] {PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL}) {
        String text = LIBRARY.format(example, format);
        List<Finding> found = RuleSet.builtIn().text().find("call " + text + " now");
        if (found.size() != 1
            || found.get(0).start() != 5
            || found.get(0).end() != 5 + text.length()) {
          missed.add(text);
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void everyCountrysExampleNumbers_behindALabel_areFoundInNationalFormat() {
    List<String> missed = new ArrayList<>();
    for (PhoneNumber example : examples()) {
      String text = LIBRARY.format(example, PhoneNumberFormat.NATIONAL);
      List<Finding> found = RuleSet.builtIn().text().find("phone: " + text);
      boolean enough = text.length() >= 5; // four digits are an extension, or a year
      if (enough && (found.size() != 1 || found.get(0).end() != 7 + text.length())) {
        missed.add(text);
      }
    }
    assertThat(missed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+999 1234567", // no such calling code
        "+1 123 456 7890", // no area code begins with 1
        "+49 1", // too short
        "+3531234567",
        "+9639626626262", // one digit too many
        "++4930123456",
        "+4930123456789012345",
      })
  void numberInNoPlan_isLeftAlone(String text) {
    assertThat(RuleSet.builtIn().text().find(text)).isEmpty();
  }

  private static List<PhoneNumber> examples() {
    List<PhoneNumber> examples = new ArrayList<>();
    for (String region : LIBRARY.getSupportedRegions()) {
      for (PhoneNumberType type : LIBRARY.getSupportedTypesForRegion(region)) {
        PhoneNumber example = LIBRARY.getExampleNumberForType(region, type);
        if (example != null) {
          examples.add(example);
        }
      }
    }
    assertThat(examples).hasSizeGreaterThan(1_000);
    return examples;
  }
}
