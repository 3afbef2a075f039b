package dev.bauta.engine;

/**
 * Ethereum's addresses: {@code 0x} and 40 hex digits whose case is a check (EIP-55). In one case
 * there is no check, and so it takes a word before, or the address alone as the whole text.
 */
final class EthereumAddresses {

  static final int LENGTH = 42;

  private static final int REACH = 40;

  private static final String[] WORDS = {
    "eth",
    "wallet",
    "addr",
    "contract",
    "crypto",
    "from",
    "to",
    "sender",
    "recipient",
    "owner",
    "polygon",
    "bsc",
    "erc20",
    "usdt",
    "usdc",
  };

  private EthereumAddresses() {}

  static int token(byte[] b, int start, Findings out) {
    boolean small = false;
    boolean capital = false;
    for (int i = start + 2; i < start + LENGTH; i++) {
      if (!Ascii.hex(b[i])) {
        return 0;
      }
      small |= b[i] >= 'a';
      capital |= Ascii.capital(b[i]);
    }
    boolean alone = b[start - 1] == 0 && b[start + LENGTH] == 0;
    boolean right = small != capital ? alone || worded(b, start) : !small || checked(b, start + 2);
    int from = start - Line.PAD;
    if (!right) {
      String why = small && capital ? "bad check of its case" : "one case and no word before it";
      out.refuse(PiiType.CRYPTO_ADDRESS, from, from + LENGTH, "ethereum", why);
      return 0;
    }
    out.add(PiiType.CRYPTO_ADDRESS, from, from + LENGTH, "ethereum");
    return start + LENGTH;
  }

  /** A letter is a capital where its place in the hash of the address has a number from 8 on. */
  private static boolean checked(byte[] b, int digits) {
    byte[] address = new byte[LENGTH - 2];
    for (int i = 0; i < address.length; i++) {
      address[i] = (byte) (b[digits + i] | 0x20);
    }
    long[] hash = Keccak.hash(address, address.length);
    for (int i = 0; i < address.length; i++) {
      int at = (i << 2) ^ 0x4; // the higher half of a byte comes first
      boolean capital = (hash[at >> 6] >>> (at & 63) & 8) != 0;
      byte b1 = b[digits + i];
      if (Ascii.letter(b1) && Ascii.capital(b1) != capital) {
        return false;
      }
    }
    return true;
  }

  private static boolean worded(byte[] b, int start) {
    int floor = Math.max(Line.PAD, start - REACH);
    for (int i = start - 2; i >= floor; i--) {
      if (Ascii.letter(b[i]) && !Ascii.letter(b[i - 1]) && word(b, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean word(byte[] b, int from) {
    for (String word : WORDS) {
      int i = 0;
      while (i < word.length() && (b[from + i] | 0x20) == word.charAt(i)) {
        i++;
      }
      if (i == word.length() && (i > 2 || !Ascii.letter(b[from + i]))) {
        return true;
      }
    }
    return false;
  }
}
