package dev.bauta.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Mac;

/** HMAC-SHA-256 (RFC 2104, FIPS 180-4) of texts under one key. Thread-safe: one Mac a thread. */
final class KeyedHash {

  private final MacPerThread macs;

  KeyedHash(Key key) {
    this.macs = new MacPerThread(key);
  }

  /** The 32 bytes of the text's hash. A half of a surrogate pair counts as a question mark. */
  byte[] of(String text) {
    return macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final class MacPerThread extends ThreadLocal<Mac> {
    private final Key key;

    MacPerThread(Key key) {
      this.key = key;
    }

    @Override
    protected Mac initialValue() {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return mac;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this JVM has no HMAC-SHA-256", e);
      }
    }
  }
}
