package dev.bauta.engine;

/**
 * Addresses of crypto currencies, each with its check: Bitcoin, Litecoin, Dogecoin, Dash, Tron and
 * XRP in Base58Check, Bitcoin, Litecoin, Cardano and Cosmos in Bech32, Ethereum (EIP-55), Monero.
 */
final class CryptoAddresses {

  private static final int SHORTEST = 14;
  private static final int MIN_BASE58 = 25;
  private static final int MAX_BASE58 = 35;
  private static final int MAX_BECH32 = 110;
  private static final int MONERO = 95;
  private static final int MONERO_INTEGRATED = 106;
  private static final int MIN_WALLET_KEY = 51;
  private static final int MAX_WALLET_KEY = 52;

  private static final int PAYLOAD = 21;

  // First characters: of a Base58Check address, of a Bech32 name, of a wallet's key, of Monero.
  private static final byte[] FIRSTS = new byte[128];
  private static final int BASE58 = 1;
  private static final int BECH32 = 2;
  private static final int WALLET_KEY = 4;
  private static final int CRYPTONOTE = 8;
  private static final int HEX = 16;

  private static final String[] WITNESS_NAMES = {"bc", "tb", "ltc", "bcrt", "tltc"};
  private static final String[] PLAIN_NAMES = {"addr", "cosmos"};

  static {
    mark("123mnLMDA9TXr7", BASE58);
    mark("bBtTlLaAcC", BECH32);
    mark("5KLc9", WALLET_KEY);
    mark("48", CRYPTONOTE);
    mark("0", HEX);
  }

  private CryptoAddresses() {}

  /** Whether an address begins with this character; false for most letters. */
  static boolean mayBegin(byte first) {
    return FIRSTS[first & 0x7F] != 0;
  }

  /** Whether a token of so many characters may be an address. */
  static boolean isAsLong(int length) {
    return length >= SHORTEST && length <= MAX_BECH32;
  }

  /** Adds the token between two positions if it is an address; returns its end, or 0. */
  static int token(byte[] b, int start, int end, Findings out) {
    int length = end - start;
    if (!isAsLong(length)) {
      return 0;
    }
    if (b[start] == '0') {
      return b[start + 1] == 'x' && length == EthereumAddresses.LENGTH
          ? EthereumAddresses.token(b, start, out)
          : 0;
    }
    return byKind(b, start, end, FIRSTS[b[start] & 0x7F], out);
  }

  private static int byKind(byte[] b, int start, int end, int kind, Findings out) {
    int length = end - start;
    if ((kind & BASE58) != 0 && length >= MIN_BASE58 && length <= MAX_BASE58) {
      if (base58(b, start, end, out)) {
        return end;
      }
    }
    if ((kind & BECH32) != 0 && bech32(b, start, end)) {
      return add(PiiType.CRYPTO_ADDRESS, start, end, "bech32", out);
    }
    if ((kind & WALLET_KEY) != 0 && length >= MIN_WALLET_KEY && length <= MAX_WALLET_KEY) {
      return walletKey(b, start, end, out);
    }
    if ((kind & CRYPTONOTE) != 0 && (length == MONERO || length == MONERO_INTEGRATED)) {
      return monero(b, start, end, out);
    }
    return 0;
  }

  private static boolean base58(byte[] b, int start, int end, Findings out) {
    boolean ripple = b[start] == 'r';
    if (!Base58.written(b, start, end, ripple)) {
      return false;
    }
    byte[] payload = Base58.checked(b, start, end, ripple);
    if (payload == null || payload.length != PAYLOAD || !version(payload[0] & 0xFF, ripple)) {
      out.refuse(
          PiiType.CRYPTO_ADDRESS, start - Line.PAD, end - Line.PAD, "base58check", "bad check");
      return false;
    }
    add(PiiType.CRYPTO_ADDRESS, start, end, "base58check", out);
    return true;
  }

  private static boolean version(int version, boolean ripple) {
    return switch (version) {
      case 0 -> true; // Bitcoin, XRP
      case 5, 111, 196 -> !ripple; // Bitcoin's scripts, its test network
      case 48, 50 -> !ripple; // Litecoin
      case 30, 22 -> !ripple; // Dogecoin
      case 76, 16 -> !ripple; // Dash
      case 65 -> !ripple; // Tron
      default -> false;
    };
  }

  /** A private key as wallets export it (WIF): a secret, not an address. */
  private static int walletKey(byte[] b, int start, int end, Findings out) {
    if (!Base58.written(b, start, end, false)) {
      return 0;
    }
    byte[] payload = Base58.checked(b, start, end, false);
    int version = payload == null ? 0 : payload[0] & 0xFF;
    return version == 0x80 || version == 0xEF
        ? add(PiiType.SECRET, start, end, "bitcoin-private-key", out)
        : 0;
  }

  private static boolean bech32(byte[] b, int start, int end) {
    if (b[start + 2] != '1' && b[start + 3] != '1' && b[start + 4] != '1' && b[start + 6] != '1') {
      return false; // no name of ours is before it
    }
    for (String name : WITNESS_NAMES) {
      if (named(b, start, name)) {
        return Bech32.witness(b, start, start + name.length(), end);
      }
    }
    for (String name : PLAIN_NAMES) {
      if (named(b, start, name)) {
        return Bech32.plain(b, start, start + name.length(), end);
      }
    }
    return false;
  }

  private static boolean named(byte[] b, int start, String name) {
    for (int i = 0; i < name.length(); i++) {
      if ((b[start + i] | 0x20) != name.charAt(i)) {
        return false;
      }
    }
    return b[start + name.length()] == '1';
  }

  private static int monero(byte[] b, int start, int end, Findings out) {
    if (!Base58.written(b, start, end, false)) {
      return 0;
    }
    byte[] bytes = Base58.blocks(b, start, end);
    int payload = bytes.length - 4;
    int check = Integer.reverseBytes((int) Keccak.hash(bytes, payload)[0]);
    int written = 0;
    for (int i = payload; i < bytes.length; i++) {
      written = written << 8 | bytes[i] & 0xFF;
    }
    return check == written ? add(PiiType.CRYPTO_ADDRESS, start, end, "monero", out) : 0;
  }

  private static int add(PiiType type, int start, int end, String rule, Findings out) {
    out.add(type, start - Line.PAD, end - Line.PAD, rule);
    return end;
  }

  private static void mark(String characters, int kind) {
    for (int i = 0; i < characters.length(); i++) {
      FIRSTS[characters.charAt(i)] |= (byte) kind;
    }
  }
}
