package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ff1Test {

  private static final String KEY =
      "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94";

  /** NIST, "FF1 samples", with SP 800-38G. */
  @ParameterizedTest
  @CsvSource({
    "16, 10, '', 0123456789, 2433477484",
    "16, 10, 39383736353433323130, 0123456789, 6124200773",
    "16, 36, 3737373770717273373737, 0123456789abcdefghi, a9tv40mll9kdu509eum",
    "24, 10, '', 0123456789, 2830668132",
    "24, 10, 39383736353433323130, 0123456789, 2496655549",
    "24, 36, 3737373770717273373737, 0123456789abcdefghi, xbj3kv35jrawxv32ysr",
    "32, 10, '', 0123456789, 6657667009",
    "32, 10, 39383736353433323130, 0123456789, 1001623463",
    "32, 36, 3737373770717273373737, 0123456789abcdefghi, xs8a0azh2avyalyzuwd",
  })
  void publishedSamples(int keyBytes, int radix, String tweak, String plain, String expected) {
    byte[] key = HexFormat.of().parseHex(KEY.substring(0, 2 * keyBytes));
    Ff1 ff1 = new Ff1(new SecretKeySpec(key, "AES"), radix);
    BigInteger encrypted =
        ff1.encrypt(new BigInteger(plain, radix), plain.length(), HexFormat.of().parseHex(tweak));
    assertThat(encrypted).isEqualTo(new BigInteger(expected, radix));
  }

  @Test
  void bits_arePermuted() {
    Ff1 ff1 = new Ff1(new SecretKeySpec(HexFormat.of().parseHex(KEY), "AES"), 2);
    Set<BigInteger> seen = new HashSet<>();
    for (int i = 0; i < 1024; i++) {
      BigInteger encrypted = ff1.encrypt(BigInteger.valueOf(i), 10, new byte[3]);
      assertThat(encrypted.bitLength()).isLessThanOrEqualTo(10);
      seen.add(encrypted);
    }
    assertThat(seen).hasSize(1024);
  }
}
