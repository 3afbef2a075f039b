package dev.bauta.service.chat.slack;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The names by which Slack tells us what was pressed or filled in. */
final class Ids {
  static final String APPROVE = "bauta.approve";
  static final String NARROW = "bauta.narrow";
  static final String DENY = "bauta.deny";
  static final String ASK = "bauta.ask";
  static final String SHORTCUT = "bauta.unmask-line";
  static final String TAKE_BACK = "bauta.take-back";
  static final String REQUEST_FORM = "bauta.request";
  static final String DENIAL_FORM = "bauta.denial";
  static final String NARROW_FORM = "bauta.narrowing";

  /** The element inside each block of a form; the block is named after the field. */
  static final String VALUE = "value";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** 96 random bits. */
  static String random() {
    byte[] bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
