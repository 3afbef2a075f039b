package dev.bauta.engine;

import java.math.BigInteger;

/**
 * Tokens known by a keyed tag: {@code tok_Qzk_Wfhxuvre_m4kq7}. Between {@code tok_} (and the key's
 * id, if it has one) and the tag stands a value of the same form, made one word so that nothing in
 * it is found as something else. Only who has the key can make the tag, so no other value is
 * mistaken for a token: of those that look like one, one in thirty million.
 */
final class TaggedTokens {

  private static final String MARK = "tok_";
  private static final int TAG = 5;
  private static final int LONGEST = 128;
  private static final int SECRET = 20;

  private final MaskingKey key;
  private final TokenCipher cipher;
  private final KeyedHash[] tags;

  TaggedTokens(MaskingKey key, TokenCipher cipher) {
    this.key = key;
    this.cipher = cipher;
    int keys = 0;
    for (MaskingKey known = key; known != null; known = known.previous) {
      keys++;
    }
    this.tags = new KeyedHash[keys];
    int i = 0;
    for (MaskingKey known = key; known != null; known = known.previous) {
      tags[i++] = known.tags();
    }
  }

  /** Whether this is such a token, under this key or a former one. */
  boolean isToken(String value) {
    int at = value.length() - TAG;
    if (!value.startsWith(MARK) || at <= MARK.length() || value.charAt(at - 1) != '_') {
      return false;
    }
    String tagged = value.substring(0, at);
    for (KeyedHash tag : tags) {
      if (value.startsWith(tag(tag, tagged), at)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The token of the same form, or null where so few values have this form that it could be
   * guessed.
   */
  String ofSameForm(String value, PiiType type) {
    if (value.length() > LONGEST) {
      return null;
    }
    Shape shape = new Shape(value);
    if (shape.size().compareTo(TokenCipher.FEWEST) < 0) {
      return null;
    }
    BigInteger token =
        shape.isExact()
            ? cipher.permute(shape.number(), shape.size(), type.id() + '\0' + shape.form())
            : cipher.number(type.id(), value, shape.size());
    return tagged(shape.fill(token, true));
  }

  /** The token of a secret: nothing of its form, because that helps to guess it. */
  String ofSecret(String value) {
    return tagged(cipher.letters("secret", value, SECRET));
  }

  private String tagged(String body) {
    String text = MARK + (key.id.isEmpty() ? "" : key.id + "_") + body + "_";
    return text + tag(tags[0], text);
  }

  private static String tag(KeyedHash hash, String text) {
    return Base.text(hash.of(text), TAG, "abcdefghijklmnopqrstuvwxyz234567", 26);
  }
}
