package dev.bauta.maven;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import dev.bauta.agent.core.ClassWeaver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.h2.jdbc.JdbcResultSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.slf4j.Logger;

/** Published jars are woven, and what is no class of ours stays as it is. */
class WovenJarTest {

  private static final String EVENT = "ch/qos/logback/classic/spi/LoggingEvent.class";
  private static final Path LOGBACK = Jars.of(LoggingEvent.class);

  @TempDir Path folder;
  private Path to;

  @BeforeEach
  void setUp() {
    to = folder.resolve("out.jar");
  }

  @Test
  void aLibrary_isWoven_andEverythingElseInItStays() throws IOException {
    Part part = weave(LOGBACK);

    Map<String, byte[]> before = Jars.entries(LOGBACK);
    Map<String, byte[]> after = Jars.entries(to);
    assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
    long changed =
        before.keySet().stream()
            .filter(name -> !Arrays.equals(before.get(name), after.get(name)))
            .count();
    assertThat(changed).isEqualTo(part.woven()).isGreaterThan(3);
    assertThat(before.get("module-info.class")).isEqualTo(after.get("module-info.class"));
    assertThat(part.libraries()).containsExactly("logback-1.2");
    assertThat(part.faults()).isEmpty();
    assertThat(part.unsigned()).isFalse();
  }

  @Test
  void wovenClasses_passTheVerifier() throws Exception {
    weave(LOGBACK);
    Path api = Jars.of(Logger.class);
    Path core = Jars.of(Appender.class);
    assertThat(Jars.verified("ch.qos.logback.classic.spi.LoggingEvent", to, api, core)).isNotNull();
    weave(Jars.of(JdbcResultSet.class));
    assertThat(Jars.verified("org.h2.jdbc.JdbcResultSet", to)).isNotNull();
  }

  @Test
  void theSameJar_givesTheSameBytes() throws IOException {
    weave(LOGBACK);
    byte[] first = Files.readAllBytes(to);
    weave(LOGBACK);

    assertThat(Files.readAllBytes(to)).isEqualTo(first);
  }

  @Test
  void aWovenJar_isRecognised_andNotWovenTwice() throws IOException {
    Part first = weave(LOGBACK);
    Path again = folder.resolve("again.jar");
    Part second = weave(to, again, true);

    assertThat(second.woven()).isZero();
    assertThat(second.wovenBefore()).isEqualTo(first.woven());
    assertThat(second.faults()).isEmpty();
    assertThat(again).hasSameBinaryContentAs(to);
  }

  @Test
  void aJarWithNothingToWeave_isCopied_orLeftOut() throws IOException {
    Path plain = Jars.of(AssertionFailedError.class);
    Part part = weave(plain, to, false);

    assertThat(part.isTouched()).isFalse();
    assertThat(to).doesNotExist();
    weave(plain, to, true);
    assertThat(to).hasSameBinaryContentAs(plain);
  }

  @Test
  void theClassesOfEveryRelease_areWoven() throws IOException {
    byte[] event = Jars.entries(LOGBACK).get(EVENT);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("META-INF/MANIFEST.MF", Jars.text("Manifest-Version: 1.0\nMulti-Release: true\n"));
    entries.put(EVENT, event);
    entries.put("META-INF/versions/17/" + EVENT, event);
    Part part = weave(Jars.write(folder.resolve("releases.jar"), entries));

    Map<String, byte[]> after = Jars.entries(to);
    assertThat(part.woven()).isEqualTo(2);
    assertThat(after.get("META-INF/versions/17/" + EVENT))
        .isEqualTo(after.get(EVENT))
        .isNotEqualTo(event);
    assertThat(new String(after.get("META-INF/MANIFEST.MF"), StandardCharsets.UTF_8))
        .contains("Multi-Release: true");
  }

  @Test
  void aSignedJar_losesItsSignature_andSaysSo() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("META-INF/MANIFEST.MF", Jars.text("Manifest-Version: 1.0\nBuilt-By: somebody\n\n"));
    entries.put(EVENT, Jars.entries(LOGBACK).get(EVENT));
    entries.put("told.txt", Jars.text("a resource"));
    Path signed = signed(Jars.write(folder.resolve("unsigned.jar"), entries));
    assertThat(Jars.entries(signed)).containsKey("META-INF/SIGNER.SF");

    Part part = weave(signed);

    assertThat(part.unsigned()).isTrue();
    Map<String, byte[]> after = Jars.entries(to);
    assertThat(after.keySet()).containsExactly("META-INF/MANIFEST.MF", EVENT, "told.txt");
    Manifest manifest = new Manifest(new ByteArrayInputStream(after.get("META-INF/MANIFEST.MF")));
    assertThat(manifest.getEntries()).isEmpty();
    assertThat(manifest.getMainAttributes().getValue("Built-By")).isEqualTo("somebody");
  }

  @Test
  void aSignedJarWithNothingToWeave_keepsItsSignature() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("META-INF/MANIFEST.MF", Jars.text("Manifest-Version: 1.0\n"));
    entries.put("told.txt", Jars.text("a resource"));
    Path signed = signed(Jars.write(folder.resolve("unsigned.jar"), entries));
    Part part = weave(signed);

    assertThat(part.unsigned()).isFalse();
    assertThat(to).hasSameBinaryContentAs(signed);
  }

  @Test
  void aLibraryOfAnotherShape_isAFault_thatNamesTheHookPoint() throws IOException {
    Path classes =
        Jars.compile(
            folder,
            "LoggingEvent.java",
            "package ch.qos.logback.classic.spi; public class LoggingEvent { String text; }");
    Map<String, byte[]> entries = Map.of(EVENT, Files.readAllBytes(classes.resolve(EVENT)));
    Part part = weave(Jars.write(folder.resolve("unknown.jar"), entries));

    assertThat(part.woven()).isZero();
    assertThat(part.faults()).isNotEmpty().allMatch(fault -> fault.contains("LoggingEvent"));
  }

  @Test
  void aClassThatCannotBeRead_isAFault_onlyWhereAHookIsForIt() throws IOException {
    byte[] tooNew = Jars.entries(LOGBACK).get(EVENT).clone();
    tooNew[7] = (byte) 0xf0; // a class file version of a Java to come
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(EVENT, tooNew);
    entries.put("com/example/Other.class", tooNew);
    Part part = weave(Jars.write(folder.resolve("new.jar"), entries));

    assertThat(part.faults()).hasSize(1);
    assertThat(part.faults().get(0))
        .contains("ch.qos.logback.classic.spi.LoggingEvent", "cannot be rewritten");
  }

  private Part weave(Path from) throws IOException {
    return weave(from, to, true);
  }

  private static Part weave(Path from, Path to, boolean copies) throws IOException {
    return new WovenJar(ClassWeaver.withBuiltInRules()).write(from, to, copies);
  }

  /** Signs with a key made for this. */
  private Path signed(Path jar) throws Exception {
    Path keys = folder.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storepass",
                "changeit",
                "-keyalg",
                "EC",
                "-alias",
                "a",
                "-dname",
                "CN=test")
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
    KeyStore.PrivateKeyEntry key =
        (KeyStore.PrivateKeyEntry)
            store.getEntry("a", new KeyStore.PasswordProtection("changeit".toCharArray()));
    Path signed = folder.resolve("signed.jar");
    try (ZipFile zip = new ZipFile(jar.toFile());
        OutputStream out = Files.newOutputStream(signed)) {
      new JarSigner.Builder(key).signerName("SIGNER").build().sign(zip, out);
    }
    return signed;
  }
}
