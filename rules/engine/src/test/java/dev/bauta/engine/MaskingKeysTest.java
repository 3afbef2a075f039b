package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingKeysTest {

  private static final String HEX = "000102030405060708090a0b0c0d0e0f";
  private static final byte[] RAW = HexFormat.of().parseHex(HEX);
  private static final String EXPECTED = hash(one(Map.of("K", HEX), Map.of("env", "K")));

  @TempDir Path folder;

  private static MaskingKeys one(Map<String, String> environment, Map<String, String> settings) {
    return new MaskingKeys.Builder(environment).add("main", settings).build();
  }

  private static String hash(MaskingKeys keys) {
    return Maskers.create("hash", Map.of(), keys).mask("ada", PiiType.NAME);
  }

  @Test
  void hexBase64AndBytes_areTheSameKey() throws Exception {
    String base64 = Base64.getEncoder().encodeToString(RAW);
    assertThat(hash(one(Map.of("K", base64), Map.of("env", "K")))).isEqualTo(EXPECTED);
    for (byte[] written :
        new byte[][] {
          RAW, (HEX + "\n").getBytes(StandardCharsets.US_ASCII), base64.getBytes("UTF-8")
        }) {
      Path file = Files.write(folder.resolve("key"), written);
      assertThat(hash(one(Map.of(), Map.of("file", file.toString())))).isEqualTo(EXPECTED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JCEKS"})
  void keystore_hasASecretKey(String type) throws Exception {
    Path file = folder.resolve("keys");
    char[] password = "pass word".toCharArray();
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    store.setEntry(
        "masking",
        new KeyStore.SecretKeyEntry(new SecretKeySpec(RAW, "HmacSHA256")),
        new KeyStore.PasswordProtection(password));
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
    Path written = Files.writeString(folder.resolve("password"), "pass word\n");
    Map<String, String> byFile =
        Map.of("keystore", file.toString(), "alias", "masking", "passwordFile", written.toString());
    assertThat(hash(one(Map.of(), byFile))).isEqualTo(EXPECTED);
    Map<String, String> byVariable =
        Map.of("keystore", file.toString(), "alias", "masking", "passwordEnv", "P");
    assertThat(hash(one(Map.of("P", "pass word"), byVariable))).isEqualTo(EXPECTED);
    assertThatThrownBy(() -> one(Map.of("P", "wrong"), byVariable))
        .hasMessageContaining("can't be opened")
        .hasMessageNotContaining("wrong,")
        .hasNoCause();
    Map<String, String> other =
        Map.of("keystore", file.toString(), "alias", "other", "passwordEnv", "P");
    assertThatThrownBy(() -> one(Map.of("P", "pass word"), other))
        .hasMessage("key 'main': the keystore has no secret key under alias 'other'");
  }

  @Test
  void fileOpenToOthers_isWarnedOf() throws Exception {
    Path file = Files.write(folder.resolve("key"), RAW);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(one(Map.of(), Map.of("file", file.toString())).warnings())
        .containsExactly("file " + file + " with a key is open to others; chmod 600 closes it");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(one(Map.of(), Map.of("file", file.toString())).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "env=K,file=/k | key 'main': needs one place to come from: env, file or keystore",
        "previous=old | key 'main': previous key 'old' is not known; write that key before this one",
        "env=NONE | key 'main': environment variable NONE is not set; set it where the JVM is started",
        "env=SHORT | key 'main': is too short or too plain; make 32 random bytes, such as with: openssl "
            + "rand -hex 32",
        "env=PLAIN | key 'main': is too short or too plain; make 32 random bytes, such as with: openssl "
            + "rand -hex 32",
        "evn=K | key 'main': unknown setting 'evn'; did you mean 'env'? known: alias, env, file, id, "
            + "keystore, passwordEnv, passwordFile, previous",
        "file=/not/there | key 'main': file /not/there can't be read; is it there, and may this user read "
            + "it?",
        "env=K,alias=a | key 'main': alias goes with keystore only; leave it out",
        "env=K,id=K2 | key 'main': needs id, such as id: k2: at most 8 lower-case letters and digits, a "
            + "letter first",
      })
  void whatIsWrong_isSaid_withoutTheKey(String settings, String message) {
    Map<String, String> environment =
        Map.of("K", HEX, "SHORT", "hunter2", "PLAIN", "00000000000000000000000000000000");
    Map<String, String> map = new java.util.HashMap<>();
    for (String setting : settings.split(",", -1)) {
      map.put(
          setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
    }
    assertThatThrownBy(() -> one(environment, map))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void keys_printTheirNamesOnly() {
    MaskingKeys keys = one(Map.of("K", HEX), Map.of("env", "K"));
    assertThat(keys).hasToString("[main]");
    assertThat(keys.get("main")).hasToString("main");
    assertThat(new MaskingKeys.Builder(Map.of()).build()).isSameAs(MaskingKeys.NONE);
  }

  @Test
  void twoKeys_haveTwoNamesAndTwoIds() {
    MaskingKeys.Builder builder =
        new MaskingKeys.Builder(Map.of("K", HEX)).add("k1", Map.of("env", "K", "id", "a"));
    assertThatThrownBy(() -> builder.add("k1", Map.of("env", "K")))
        .hasMessage("key 'k1': is there twice; give one of them another name");
    assertThatThrownBy(() -> builder.add("k2", Map.of("env", "K", "id", "a")))
        .hasMessage("key 'k2': id 'a' belongs to key 'k1'; take another");
  }
}
