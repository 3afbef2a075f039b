package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstantPoolScanTest {

  private static final double DOUBLE = 3.14159;
  private static final long LONG = 1L << 40;

  private final ConstantPoolScan scan =
      new ConstantPoolScan("a constant to be found", "java/util/List", "never ".concat("there"));

  @Test
  void constantsOfAClass_areFoundEachByItsBit() throws IOException {
    assertThat("a constant to be found").isNotEmpty();
    assertThat(LONG + DOUBLE).isPositive(); // constants that take two places in the pool
    assertThat(scan.hits(classFile(ConstantPoolScanTest.class))).isEqualTo(0b011);
  }

  @Test
  void aClassWithoutThem_hasNoBit() throws IOException {
    assertThat(scan.hits(classFile(Integer.class))).isZero();
  }

  @Test
  void everyClassOfThisModule_isReadToTheEnd() throws IOException {
    for (Class<?> type : List.of(Option.class, ConfigReader.class, JmxMeters.class, Thread.class)) {
      assertThat(scan.hits(classFile(type))).isBetween(0, 7);
    }
  }

  @Test
  void aClassFileCutShort_isAnErrorAndNotAnEndlessLoop() throws IOException {
    byte[] cut = Arrays.copyOf(classFile(ConstantPoolScanTest.class), 200);
    assertThatThrownBy(() -> scan.hits(cut)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
  }

  static byte[] classFile(Class<?> type) throws IOException {
    String resource = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }
}
