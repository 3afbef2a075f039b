package dev.bauta.engine;

import dev.bauta.engine.checks.CheckDigits;

/** Numbers of mobile devices (3GPP TS 23.003): IMEI, and IMEI with software version. */
final class DeviceCodes {

  private static final int IMEI = 15;

  private DeviceCodes() {}

  /** The end of 14 digits, 15 with a Luhn check, 16 with a software version, or -1. */
  static int imeiEnd(byte[] b, int from) {
    int end = Tokens.digitsEnd(b, from, 14, 17);
    if (end < 0) {
      return -1;
    }
    int digits = 0;
    for (int i = from; i < end; i++) {
      digits += Ascii.digit(b[i]) ? 1 : 0;
    }
    return digits != IMEI || CheckDigits.luhn(b, from, end) ? end : -1;
  }
}
