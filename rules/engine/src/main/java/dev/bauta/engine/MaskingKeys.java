package dev.bauta.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of the keyed maskers, by name. Immutable and thread-safe; never printed. */
final class MaskingKeys {

  /** No keys: a masker that needs one says so. */
  static final MaskingKeys NONE = new MaskingKeys(Map.of(), List.of());

  private final Map<String, MaskingKey> keys;
  private final List<String> warnings;

  private MaskingKeys(Map<String, MaskingKey> keys, List<String> warnings) {
    this.keys = keys;
    this.warnings = List.copyOf(warnings);
  }

  /** The key of this name, or null. */
  MaskingKey get(String name) {
    return keys.get(name);
  }

  Set<String> names() {
    return keys.keySet();
  }

  /** The one key no other took over from, or null where there are several or none. */
  MaskingKey only() {
    MaskingKey only = null;
    for (MaskingKey key : keys.values()) {
      if (!isPrevious(key)) {
        if (only != null) {
          return null;
        }
        only = key;
      }
    }
    return only;
  }

  private boolean isPrevious(MaskingKey key) {
    for (MaskingKey other : keys.values()) {
      if (other.previous == key) {
        return true;
      }
    }
    return false;
  }

  /** What is not wrong but should be changed, such as a key file all may read. */
  List<String> warnings() {
    return warnings;
  }

  @Override
  public String toString() {
    return keys.keySet().toString();
  }

  /** Gathers the keys of one rule file. Not thread-safe. */
  static final class Builder {

    private static final List<String> SETTINGS =
        List.of(
            "env", "file", "keystore", "alias", "passwordEnv", "passwordFile", "previous", "id");

    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_ID = 8;

    private final Map<String, MaskingKey> keys = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final KeySource source;

    Builder() {
      this(System.getenv());
    }

    /**
     * @param environment the variables keys and passwords are read from
     */
    Builder(Map<String, String> environment) {
      this.source = new KeySource(environment, warnings);
    }

    /**
     * Adds a key.
     *
     * @param settings as in the rule file: {@code env}, {@code file} or {@code keystore} with
     *     {@code alias} and {@code passwordEnv} or {@code passwordFile}; {@code previous} names the
     *     key it took over from, which must be there already; {@code id} stands in outputs, and is
     *     the name where there is a previous key
     * @throws IllegalArgumentException if the key is not there or not good enough; the message says
     *     what to do and never has the key in it
     */
    Builder add(String name, Map<String, String> settings) {
      MaskerSettings read = new MaskerSettings("key '" + name + "'", settings, SETTINGS);
      if (!isName(name, LONGEST_NAME, true)) {
        throw read.fault(
            "a key's name has at most 32 lower-case letters, digits and - and begins with a letter");
      }
      if (keys.containsKey(name)) {
        throw read.fault("is there twice; give one of them another name");
      }
      MaskingKey previous = previous(read);
      String id = id(read, name, previous);
      byte[] material = source.read(read);
      try {
        keys.put(name, new MaskingKey(name, id, material, previous));
      } finally {
        Arrays.fill(material, (byte) 0);
      }
      return this;
    }

    private MaskingKey previous(MaskerSettings read) {
      if (!read.has("previous")) {
        return null;
      }
      String name = read.text("previous", "");
      MaskingKey previous = keys.get(name);
      if (previous == null) {
        throw read.fault(
            "previous key '" + name + "' is not known; write that key before this one");
      }
      return previous;
    }

    private String id(MaskerSettings read, String name, MaskingKey previous) {
      String id = read.text("id", previous == null ? "" : name);
      if (!id.isEmpty() && !isName(id, LONGEST_ID, false)) {
        throw read.fault(
            "needs id, such as id: k2: at most 8 lower-case letters and digits, a letter first");
      }
      for (MaskingKey key : keys.values()) {
        if (!id.isEmpty() && key.id.equals(id) || previous != null && previous.id.equals(id)) {
          throw read.fault("id '" + id + "' belongs to key '" + key.name + "'; take another");
        }
      }
      return id;
    }

    private static boolean isName(String name, int longest, boolean dash) {
      if (name.isEmpty() || name.length() > longest || !isLetter(name.charAt(0))) {
        return false;
      }
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        if (!isLetter(c) && !(c >= '0' && c <= '9') && !(dash && c == '-')) {
          return false;
        }
      }
      return true;
    }

    private static boolean isLetter(char c) {
      return c >= 'a' && c <= 'z';
    }

    MaskingKeys build() {
      return keys.isEmpty() ? NONE : new MaskingKeys(new LinkedHashMap<>(keys), warnings);
    }
  }
}
