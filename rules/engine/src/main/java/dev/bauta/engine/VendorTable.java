package dev.bauta.engine;

/**
 * The forms of {@link VendorPrefixes} by a hash of the first three characters of a token, so that
 * most tokens are let go after one look. Immutable.
 */
final class VendorTable {

  /** How many bytes are hashed; a shorter prefix is entered once for each that may follow it. */
  private static final int KEY = 3;

  private static final int SIZE = 4096;

  private static final VendorTable ALL = new VendorTable();

  // Chains: the first entry of each slot plus one, the next entry plus one of each entry.
  private final short[] heads = new short[SIZE];
  private final short[] nexts = new short[2048];
  private final VendorToken[] entries = new VendorToken[2048];
  private int size;

  private VendorTable() {
    add(VendorPrefixes.CLOUD);
    add(VendorPrefixes.CODE);
    add(VendorPrefixes.SERVICES);
  }

  /** The first entry for what begins here, or 0 for none, as nearly always. */
  static int first(byte[] b, int from) {
    return ALL.heads[slot(b[from], b[from + 1], b[from + 2])];
  }

  /** The entry after this one in the same slot, or 0. */
  static int next(int entry) {
    return ALL.nexts[entry - 1];
  }

  static VendorToken token(int entry) {
    return ALL.entries[entry - 1];
  }

  // From the last row to the first: what is entered last is looked at first.
  private void add(String[] rows) {
    for (int i = rows.length - 1; i >= 0; i--) {
      add(VendorToken.of(rows[i]));
    }
  }

  private void add(VendorToken token) {
    String prefix = token.prefix;
    if (prefix.length() >= KEY) {
      enter(token, (byte) prefix.charAt(2));
      return;
    }
    for (byte third = ' '; third < 127; third++) {
      if (Alphabet.has(token.firstAlphabet(), third)) {
        enter(token, third);
      }
    }
  }

  private void enter(VendorToken token, byte third) {
    int slot = slot((byte) token.prefix.charAt(0), (byte) token.prefix.charAt(1), third);
    entries[size] = token;
    nexts[size] = heads[slot];
    heads[slot] = (short) ++size;
  }

  private static int slot(byte first, byte second, byte third) {
    return (first << 14 ^ second << 7 ^ third) * 0x9E3779B1 >>> 20;
  }
}
