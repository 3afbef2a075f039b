package dev.bauta.service.access;

import java.util.List;

/** The reason somebody gives for a denial or a revocation. */
final class Why {
  private static final int LONGEST = 1000;

  private Why() {}

  static String checked(String why) {
    String text = why.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new InvalidRequestException(
          List.of(new Fault("reason", "Say why, in at most " + LONGEST + " characters.")));
    }
    return text;
  }
}
