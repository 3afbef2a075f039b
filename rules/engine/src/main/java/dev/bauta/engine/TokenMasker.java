package dev.bauta.engine;

/**
 * Puts a token in a value's place: the same for the same value, type and key, never the value
 * itself, never a value there could be.
 *
 * <p>Where a type has values nobody is ever given, the token is one of them and has the value's
 * form:
 *
 * <ul>
 *   <li>card: first digit 0 and a wrong Luhn check digit; IMEI: 7; US routing number: 9
 *   <li>IBAN: check digits 00
 *   <li>US SSN: an area from 900 on, with a group no ITIN has
 *   <li>phone: {@code +999}, an unassigned country code, before digits of the same grouping
 *   <li>e-mail: {@code @tok.invalid} (RFC 6761)
 *   <li>IPv4: 240.0.0.0 to 254.255.255.255 (RFC 1112); IPv6: {@code f000::/8} (reserved by the
 *       IETF)
 *   <li>MAC: a group address, first octet f3; no station has one
 * </ul>
 *
 * <p>All others get a {@linkplain TaggedTokens tag}. That is how a token is known again and left
 * alone: by what no value can be, or by a keyed tag. A value without its type's form, or so short
 * that a million guesses find it, is redacted.
 */
final class TokenMasker implements Recognising {

  private final boolean sameForm;
  private final TokenCipher cipher;
  private final TaggedTokens tagged;

  /**
   * @param sameForm whether a token has the value's own form where there is room for it; else every
   *     token is tagged, and two values never have the same
   */
  TokenMasker(MaskingKey key, boolean sameForm) {
    this.sameForm = sameForm;
    this.cipher = new TokenCipher(key);
    this.tagged = new TaggedTokens(key, cipher);
  }

  @Override
  public String name() {
    return "token";
  }

  @Override
  public String mask(String value, PiiType type) {
    if (made(value, type)) {
      return value;
    }
    String token = token(value, type);
    return token == null ? Maskers.REDACT.mask(value, type) : token;
  }

  @Override
  public boolean made(String value, PiiType type) {
    return RedactMasker.isRedacted(value)
        || tagged.isToken(value)
        || sameForm && ReservedTokens.isToken(value, type);
  }

  private String token(String value, PiiType type) {
    if (isSecret(type)) {
      return value.isEmpty() ? null : tagged.ofSecret(value);
    }
    if (sameForm && ReservedTokens.has(type)) {
      return ReservedTokens.token(value, type, cipher);
    }
    return tagged.ofSameForm(value, type);
  }

  private static boolean isSecret(PiiType type) {
    return type == PiiType.SECRET
        || type == PiiType.PRIVATE_KEY
        || type == PiiType.JWT
        || type == PiiType.SESSION_ID
        || type == PiiType.URL_CREDENTIALS;
  }
}
