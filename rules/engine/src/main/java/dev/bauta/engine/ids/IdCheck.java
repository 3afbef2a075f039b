package dev.bauta.engine.ids;

import dev.bauta.engine.checks.CheckDigits;

/**
 * One condition on a number's characters, written as text:
 *
 * <ul>
 *   <li>{@code 0:8,7,6%11=0*987654321@3}: from character 0 on, times these weights, modulo 11; at
 *       character 3 stands what the remainder picks, {@code *} for none. Behind {@code !}, letters
 *       count from 1 (A) instead of 10, behind {@code #} as ASCII less 48.
 *   <li>{@code 0:^8%23=TRWAGMYFPDXBNJZSQVHLCKE@8}: the number that eight digits write.
 *   <li>{@code $luhn@0-9}: a check of {@link CheckDigits} by name.
 *   <li>{@code Dymd@0m+20+40d+60}: a date, year first (two digits; {@code Y}: four); to the month
 *       twenty or forty may be added, to the day sixty.
 *   <li>{@code ~}: not one character only; {@code fname}: one of {@link SpecialChecks}.
 * </ul>
 */
final class IdCheck {

  private static final IdCheck[] NONE = {};

  private final char kind;
  private final String name;
  private final int from;
  private final int to;
  private final int[] weights;
  private final int modulus;
  private final String table;
  private final char letters;

  private IdCheck(
      char kind, String name, int from, int to, int[] weights, int modulus, String table, char l) {
    this.kind = kind;
    this.name = name;
    this.from = from;
    this.to = to;
    this.weights = weights;
    this.modulus = modulus;
    this.table = table;
    this.letters = l;
  }

  static IdCheck[] parse(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    String[] parts = text.split(" ", -1);
    IdCheck[] checks = new IdCheck[parts.length];
    for (int i = 0; i < parts.length; i++) {
      checks[i] = one(parts[i]);
    }
    return checks;
  }

  private static IdCheck one(String text) {
    char kind = text.charAt(0);
    int at = text.indexOf('@');
    switch (kind) {
      case '~':
        return new IdCheck(kind, "", 0, 0, null, 0, "", '0');
      case 'f':
        return new IdCheck(kind, text.substring(1), 0, 0, null, 0, "", '0');
      case 'D':
        return date(text, at);
      case '$':
        if (at < 0) {
          return new IdCheck(kind, text.substring(1), 0, -1, null, 0, "", '0');
        }
        int dash = text.indexOf('-', at);
        int from = Integer.parseInt(text, at + 1, dash, 10);
        int to = Integer.parseInt(text, dash + 1, text.length(), 10);
        return new IdCheck(kind, text.substring(1, at), from, to, null, 0, "", '0');
      default:
        return weighted(text, at);
    }
  }

  private static IdCheck date(String text, int at) {
    int from = text.charAt(at + 1) - '0';
    return new IdCheck('D', text.substring(1, at), from, 0, null, 0, text.substring(at + 2), '0');
  }

  private static IdCheck weighted(String text, int at) {
    char letters = text.charAt(0);
    boolean marked = letters == '!' || letters == '#';
    int colon = text.indexOf(':');
    int percent = text.indexOf('%');
    int equals = text.indexOf('=');
    int from = Integer.parseInt(text, marked ? 1 : 0, colon, 10);
    int modulus = Integer.parseInt(text, percent + 1, equals, 10);
    int to = Integer.parseInt(text, at + 1, text.length(), 10);
    String list = text.substring(colon + 1, percent);
    int[] weights = list.charAt(0) == '^' ? powers(list, modulus) : numbers(list);
    String table = text.substring(equals + 1, at);
    return new IdCheck('w', "", from, to, weights, modulus, table, marked ? letters : '0');
  }

  private static int[] powers(String list, int modulus) {
    int[] weights = new int[Integer.parseInt(list, 1, list.length(), 10)];
    int power = 1;
    for (int i = weights.length - 1; i >= 0; i--) {
      weights[i] = power;
      power = power * 10 % modulus;
    }
    return weights;
  }

  private static int[] numbers(String list) {
    String[] parts = list.split(",", -1);
    int[] numbers = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Integer.parseInt(parts[i]);
    }
    return numbers;
  }

  boolean holds(IdToken token, int start, int length) {
    switch (kind) {
      case '~':
        return differ(token, start, length);
      case 'f':
        return SpecialChecks.valid(name, token, start);
      case 'D':
        return IdDates.valid(token, start + from, name, table);
      case '$':
        int end = start + (to < 0 ? length : to);
        return CheckDigits.valid(name, token.chars, start + from, end);
      default:
        return table.charAt(sum(token.chars, start + from)) == token.chars[start + to];
    }
  }

  private int sum(byte[] b, int start) {
    if (letters == '0') {
      return CheckDigits.weighted(b, start, weights, modulus);
    }
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      byte c = b[start + i];
      int value = c <= '9' || letters == '#' ? c - '0' : c - 'A' + 1;
      sum += weights[i] * value;
    }
    return Math.floorMod(sum, modulus);
  }

  private static boolean differ(IdToken token, int start, int length) {
    for (int i = start + 1; i < start + length; i++) {
      if (token.chars[i] != token.chars[start]) {
        return true;
      }
    }
    return false;
  }
}
