package dev.bauta.agent.core.grants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "email", "full_name", "customers.full_name", "addressLine2", "x-mail", "_id"})
  void aName_mayBeTold(String name) {
    assertThat(FieldNames.tellable(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.com",
        "Ada Lovelace",
        "+44 20 7946 0018",
        "15551234567",
        "u15551234567",
        "2001:db8::1",
        "Łódź",
        "*",
        "a\nb"
      })
  void whatMayBeAValue_isNotTold(String name) {
    assertThat(FieldNames.tellable(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 300, 1_000_000})
  void whatIsTooLongForAName_isNotTold(int length) {
    assertThat(FieldNames.tellable("a".repeat(length))).isFalse();
  }
}
