package dev.bauta.engine;

/** An IP address with its last bits cleared: {@code 10.20.30.40} becomes {@code 10.20.30.0}. */
final class IpMasker implements Masker {

  private final int v4;
  private final int v6;

  /**
   * @param v4 how many bits of an IPv4 address stay
   * @param v6 how many bits of an IPv6 address stay; an IPv4 address inside one is an IPv4 address
   */
  IpMasker(int v4, int v6) {
    this.v4 = v4;
    this.v6 = v6;
  }

  @Override
  public String name() {
    return "ip";
  }

  @Override
  public String mask(String value, PiiType type) {
    int[] octets = IpText.ipv4(value);
    if (octets != null) {
      clear(octets, 8, v4);
      return IpText.format4(octets);
    }
    int[] groups = IpText.ipv6(value);
    if (groups == null) {
      return Maskers.REDACT.mask(value, type);
    }
    clear(groups, 16, IpText.isMapped(groups) ? 96 + v4 : v6);
    return IpText.format6(groups);
  }

  private static void clear(int[] parts, int bits, int kept) {
    for (int i = 0; i < parts.length; i++) {
      int left = Math.max(0, Math.min(bits, kept - i * bits));
      parts[i] &= ((1 << bits) - 1) ^ ((1 << bits - left) - 1);
    }
  }
}
