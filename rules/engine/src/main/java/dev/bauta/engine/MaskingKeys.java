package dev.bauta.engine;

import java.util.Map;

/** The keys of the keyed maskers, by name. Immutable and thread-safe; never printed. */
final class MaskingKeys {

  /** No keys: a masker that needs one says so. */
  static final MaskingKeys NONE = new MaskingKeys();

  private MaskingKeys() {}

  /** Gathers the keys of one rule file. */
  static final class Builder {

    /**
     * Adds a key.
     *
     * @param settings as in the rule file: {@code env}, {@code file} or {@code keystore} with
     *     {@code alias} and {@code passwordEnv} or {@code passwordFile}; {@code previous} names the
     *     key it took over from
     * @throws IllegalArgumentException if the key is not there or not good enough; the message says
     *     what to do and never has the key in it
     */
    Builder add(String name, Map<String, String> settings) {
      throw new IllegalArgumentException("not there yet");
    }

    MaskingKeys build() {
      return NONE;
    }
  }
}
