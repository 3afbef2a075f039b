package dev.bauta.agent.instrumentation.jbosslogmanager;

/** The places of a {@code printf} message, for arguments that have become text. */
final class PrintfPlaces {

  private static final String FLAGS = "-#+ 0,(<.0123456789";
  private static final String OF_NUMBERS = "cCdoxXeEfgGaAtT";

  private PrintfPlaces() {}

  /** {@code %05d} and {@code %2$x} become {@code %s} and {@code %2$s}. */
  static String asText(String message) {
    StringBuilder text = new StringBuilder(message.length());
    int from = 0;
    for (int at = message.indexOf('%'); at >= 0; at = message.indexOf('%', from)) {
      int argument = argumentEnd(message, at + 1);
      int conversion = argument;
      while (conversion < message.length() && FLAGS.indexOf(message.charAt(conversion)) >= 0) {
        conversion++;
      }
      if (conversion == message.length()) {
        break;
      }
      char kind = message.charAt(conversion);
      int end = conversion + 1;
      if (OF_NUMBERS.indexOf(kind) < 0) {
        text.append(message, from, end);
      } else {
        end += kind == 't' || kind == 'T' ? 1 : 0; // a date has a letter more
        boolean again = message.substring(argument, conversion).contains("<");
        text.append(message, from, argument).append(again ? "<s" : "s");
      }
      from = Math.min(end, message.length());
    }
    return text.append(message, from, message.length()).toString();
  }

  /** Behind {@code 2$}, or where there is no such number. */
  private static int argumentEnd(String message, int from) {
    int at = from;
    while (at < message.length() && Character.isDigit(message.charAt(at))) {
      at++;
    }
    return at > from && at < message.length() && message.charAt(at) == '$' ? at + 1 : from;
  }
}
