package dev.bauta.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A kind of personal data, such as {@code email}. Interned: one instance an id, so types compare by
 * identity. Thread-safe.
 */
public final class PiiType {

  private static final Map<String, PiiType> BY_ID = new ConcurrentHashMap<>();

  /** An e-mail address. */
  public static final PiiType EMAIL = of("email");

  /** A telephone number. */
  public static final PiiType PHONE = of("phone");

  /** A payment card number (PAN). */
  public static final PiiType PAYMENT_CARD = of("payment-card");

  /** A US social security number. */
  public static final PiiType US_SSN = of("us-ssn");

  /** An international bank account number (ISO 13616). */
  public static final PiiType IBAN = of("iban");

  /** An IPv4 address. */
  public static final PiiType IPV4 = of("ipv4");

  /** An IPv6 address. */
  public static final PiiType IPV6 = of("ipv6");

  /** A JSON web token (RFC 7519). */
  public static final PiiType JWT = of("jwt");

  /** A password, API key or other credential, known by its label. */
  public static final PiiType SECRET = of("secret");

  /** Personal data of no particular type. */
  public static final PiiType PII = of("pii");

  /** The types known by their content; made first, so their indices are the lowest. */
  static final List<PiiType> CONTENT =
      List.of(EMAIL, PHONE, PAYMENT_CARD, US_SSN, IBAN, IPV4, IPV6, JWT, SECRET);

  private final String id;
  private final int index;
  private final String label;

  private PiiType(String id) {
    this.id = id;
    this.index = BY_ID.size();
    this.label = id.toUpperCase(Locale.ROOT);
  }

  /**
   * The type of this id, made where it is new.
   *
   * @param id lower case, words joined by {@code -}
   */
  public static PiiType of(String id) {
    PiiType known = BY_ID.get(id);
    return known != null ? known : make(id);
  }

  private static synchronized PiiType make(String id) {
    PiiType known = BY_ID.get(id);
    if (known == null) {
      known = new PiiType(id);
      BY_ID.put(id, known);
    }
    return known;
  }

  /** Whether some type has this label. */
  static boolean isLabel(String label) {
    String id = label.toLowerCase(Locale.ROOT);
    return !id.equals(label) && BY_ID.containsKey(id) && BY_ID.get(id).label.equals(label);
  }

  /** The name used in rules, grants and figures; never null. */
  public String id() {
    return id;
  }

  /** A dense number from 0, for arrays and bit sets. */
  public int index() {
    return index;
  }

  /** The id in capitals, as the redact masker prints it; never null. */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return id;
  }
}
