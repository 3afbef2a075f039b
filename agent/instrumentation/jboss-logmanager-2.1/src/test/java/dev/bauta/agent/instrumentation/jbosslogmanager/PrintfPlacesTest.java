package dev.bauta.agent.instrumentation.jbosslogmanager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintfPlacesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain|plain",
        "%d of %s|%s of %s",
        "%05d, %2$x, %-10.2f|%s, %2$s, %s",
        "100%% of %,d%n|100%% of %s%n",
        "%1$tY and %<td|%1$s and %<s",
        "ends with %|ends with %",
        "ends with %05|ends with %05",
        "%10s stays|%10s stays"
      })
  void placesOfNumbers_takeTexts(String message, String expected) {
    assertThat(PrintfPlaces.asText(message)).isEqualTo(expected);
  }
}
