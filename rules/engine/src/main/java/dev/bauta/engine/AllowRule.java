package dev.bauta.engine;

import dev.bauta.engine.pattern.LinearPattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Values that are shown although they were found. Immutable and thread-safe.
 *
 * @param values in lower case, or null
 * @param pattern that matches the whole value, or null
 * @param ranges of addresses, or null
 * @param types globs of ids; empty for every type
 * @param sinks where it holds; empty for everywhere
 */
record AllowRule(
    Set<String> values,
    LinearPattern pattern,
    List<AddressRange> ranges,
    List<Glob> types,
    Set<String> sinks) {

  boolean allows(PiiType type, String value) {
    return fits(type)
        && (values != null ? isValue(value) : ranges != null ? inRange(value) : matches(value));
  }

  private boolean fits(PiiType type) {
    for (Glob glob : types) {
      if (glob.matches(type.id())) {
        return true;
      }
    }
    return types.isEmpty();
  }

  private boolean isValue(String value) {
    return values.contains(value.toLowerCase(Locale.ROOT));
  }

  private boolean inRange(String value) {
    byte[] address = AddressRange.address(value);
    if (address != null) {
      for (AddressRange range : ranges) {
        if (range.holds(address)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean matches(String value) {
    byte[] bytes = new byte[value.length()];
    for (int i = 0; i < bytes.length; i++) {
      if (value.charAt(i) > 0xFF) {
        return false; // what looks like a letter of the pattern is none
      }
      bytes[i] = (byte) value.charAt(i);
    }
    return pattern.find(bytes, 0, bytes.length) == bytes.length;
  }
}
