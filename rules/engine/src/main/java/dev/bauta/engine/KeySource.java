package dev.bauta.engine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;

/** Reads keys from where the settings say: the environment, a file, a keystore. */
final class KeySource {

  private static final int LARGEST = 4096;

  private final Map<String, String> environment;
  private final List<String> warnings;

  /**
   * @param warnings is added to
   */
  KeySource(Map<String, String> environment, List<String> warnings) {
    this.environment = environment;
    this.warnings = warnings;
  }

  /** The bytes of the key; the caller wipes them. */
  byte[] read(MaskerSettings settings) {
    int places = 0;
    for (String place : new String[] {"env", "file", "keystore"}) {
      places += settings.has(place) ? 1 : 0;
    }
    if (places != 1) {
      throw settings.fault("needs one place to come from: env, file or keystore");
    }
    byte[] key;
    if (settings.has("keystore")) {
      key = fromKeystore(settings);
      return checked(settings, KeyMaterial.isKey(key) ? key : null);
    }
    for (String name : new String[] {"alias", "passwordEnv", "passwordFile"}) {
      if (settings.has(name)) {
        throw settings.fault(name + " goes with keystore only; leave it out");
      }
    }
    key = settings.has("env") ? variable(settings, "env") : file(settings, "file");
    return checked(settings, KeyMaterial.decode(key));
  }

  private static byte[] checked(MaskerSettings settings, byte[] key) {
    if (key == null) {
      throw settings.fault(
          "is too short or too plain; make 32 random bytes, such as with: openssl rand -hex 32");
    }
    return key;
  }

  private byte[] variable(MaskerSettings settings, String setting) {
    String name = settings.required(setting, "BAUTA_KEY");
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw settings.fault(
          "environment variable " + name + " is not set; set it where the JVM is started");
    }
    return value.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] file(MaskerSettings settings, String setting) {
    Path path = path(settings, setting, "/etc/bauta/key");
    try {
      if (Files.size(path) > LARGEST) {
        throw settings.fault("file " + path + " has more than 4096 bytes, so it is no key");
      }
      warnIfOpen(path);
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw unreadable(settings, path);
    }
  }

  private static Path path(MaskerSettings settings, String setting, String example) {
    String name = settings.required(setting, example);
    try {
      Path path = Path.of(name);
      if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
        throw unreadable(settings, path);
      }
      return path;
    } catch (InvalidPathException e) {
      throw settings.fault(setting + " '" + name + "' is no path");
    }
  }

  private static IllegalArgumentException unreadable(MaskerSettings settings, Path path) {
    return settings.fault(
        "file " + path + " can't be read; is it there, and may this user read it?");
  }

  private void warnIfOpen(Path path) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      if (permissions.contains(PosixFilePermission.OTHERS_READ)
          || permissions.contains(PosixFilePermission.GROUP_WRITE)
          || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
        warnings.add("file " + path + " with a key is open to others; chmod 600 closes it");
      }
    } catch (UnsupportedOperationException | IOException e) {
      return; // no POSIX file system: its own rules say who may read
    }
  }

  private byte[] fromKeystore(MaskerSettings settings) {
    Path path = path(settings, "keystore", "/etc/bauta/keys.p12");
    String alias = settings.required("alias", "masking");
    if (settings.has("passwordEnv") == settings.has("passwordFile")) {
      throw settings.fault("keystore needs its password: passwordEnv or passwordFile");
    }
    byte[] written =
        settings.has("passwordEnv")
            ? variable(settings, "passwordEnv")
            : file(settings, "passwordFile");
    char[] password = KeyMaterial.password(written);
    if (password == null) {
      throw settings.fault("the keystore's password is not UTF-8");
    }
    warnIfOpen(path);
    try {
      return secret(settings, path.toFile(), alias, password);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  // Without the cause: what a provider writes into its messages is not known.
  private static byte[] secret(MaskerSettings settings, File file, String alias, char[] password) {
    try {
      Key key = KeyStore.getInstance(file, password).getKey(alias, password);
      byte[] bytes = key instanceof SecretKey ? key.getEncoded() : null;
      if (bytes == null) {
        throw settings.fault("the keystore has no secret key under alias '" + alias + "'");
      }
      return bytes;
    } catch (IOException | GeneralSecurityException e) {
      throw settings.fault(
          "keystore " + file + " can't be opened; is it PKCS12 or JCEKS, and the password right?");
    }
  }
}
