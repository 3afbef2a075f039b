package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
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

  /** Halves of more than twelve bytes take a second block, which no published sample has. */
  @Test
  void longNumbers_areAsAnotherImplementationHasThem() {
    Ff1 letters = new Ff1(new SecretKeySpec(HexFormat.of().parseHex(KEY), "AES"), 36);
    String plain =
        "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmn"
            + "opqrstuvwxyz0123456789abcdefghijklmnopqrs";
    assertThat(
            letters.encrypt(
                new BigInteger(plain, 36), 101, "tweak".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(
            new BigInteger(
                "4xxi9wnf8o7do141iwj4iiteruybzr3chwf31ezko8ip1c1edvtko5elrw7e"
                    + "tlwq9brw2b4zskd8h5ahzixvd4tbugkngee3xu77g",
                36));
    Ff1 bits = new Ff1(new SecretKeySpec(HexFormat.of().parseHex(KEY), "AES"), 2);
    assertThat(bits.encrypt(new BigInteger("01".repeat(150) + "1", 2), 301, new byte[0]))
        .isEqualTo(
            new BigInteger(
                "1436a68eba5432e68d5080419108d368ecf78192cce79bfd8101e47d3dbc4c8cca9f3e02ae17",
                16));
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
