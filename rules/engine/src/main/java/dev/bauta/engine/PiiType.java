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

  /** A password, API key or other credential, known by its label or by its vendor's prefix. */
  public static final PiiType SECRET = of("secret");

  /** A private key in PEM form (RFC 7468). */
  public static final PiiType PRIVATE_KEY = of("private-key");

  /** User and password inside a URL. */
  public static final PiiType URL_CREDENTIALS = of("url-credentials");

  /** A session id or a cookie's value. */
  public static final PiiType SESSION_ID = of("session-id");

  /** An address of a crypto currency. */
  public static final PiiType CRYPTO_ADDRESS = of("crypto-address");

  /** A MAC address (EUI-48, EUI-64). */
  public static final PiiType MAC_ADDRESS = of("mac-address");

  /** A mobile device's number (IMEI, 3GPP TS 23.003). */
  public static final PiiType IMEI = of("imei");

  /** Latitude and longitude. */
  public static final PiiType GEO_COORDINATES = of("geo-coordinates");

  /** The security code printed on a payment card (CVC, CVV). */
  public static final PiiType CARD_SECURITY_CODE = of("card-security-code");

  /** The month a payment card ends. */
  public static final PiiType CARD_EXPIRY = of("card-expiry");

  /** A bank's code (ISO 9362, SWIFT). */
  public static final PiiType BIC = of("bic");

  /** A US bank's routing number (ABA). */
  public static final PiiType US_BANK_ROUTING = of("us-bank-routing");

  /** A bank account's number, other than an IBAN. */
  public static final PiiType BANK_ACCOUNT = of("bank-account");

  /** A date of birth. */
  public static final PiiType DATE_OF_BIRTH = of("date-of-birth");

  /** A person's name, or a part of it. */
  public static final PiiType NAME = of("name");

  /** The name somebody signs in with. */
  public static final PiiType USERNAME = of("username");

  /** A postal address, or a part of it. */
  public static final PiiType ADDRESS = of("address");

  /** A passport's number. */
  public static final PiiType PASSPORT = of("passport");

  /** A driving licence's number. */
  public static final PiiType DRIVING_LICENCE = of("driving-licence");

  /** A vehicle's identification number (ISO 3779). */
  public static final PiiType VEHICLE_ID = of("vehicle-id");

  /** A vehicle's registration plate. */
  public static final PiiType LICENCE_PLATE = of("licence-plate");

  /** What says something of somebody's health: a diagnosis, a record's number. */
  public static final PiiType HEALTH = of("health");

  /** A number a state gives to a person, of no country in particular. */
  public static final PiiType NATIONAL_ID = of("national-id");

  /** Personal data of no particular type. */
  public static final PiiType PII = of("pii");

  // ISO 3166 codes of the countries whose numbers are known, in the order of their types' indices.
  private static final String COUNTRIES =
      "ad,al,ar,at,au,ba,be,bg,br,ca,ch,cl,cn,co,cr,cu,cy,cz,de,dk,do,dz,ec,ee,eg,es,fi,fr,gb,ge,gr,gt,hk,hr,"
          + "hu,id,ie,il,in,ir,is,it,jp,ke,kr,kw,kz,li,lk,lt,lu,lv,ly,ma,mc,md,me,mk,mt,mu,mx,my,ng,nl,no,"
          + "nz,pe,ph,pk,pl,pt,py,ro,rs,ru,sa,se,sg,si,sk,sm,sn,sv,th,tn,tr,tw,ua,us,uy,ve,vn,za";

  /** The types known by their content; made first, so their indices are the lowest. */
  static final List<PiiType> CONTENT = content();

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

  /**
   * The type of a country's national identifiers: {@code national-id-de}.
   *
   * @param country ISO 3166-1 alpha-2, lower case
   */
  static PiiType nationalId(String country) {
    return of("national-id-" + country);
  }

  private static List<PiiType> content() {
    for (String country : COUNTRIES.split(",", -1)) {
      nationalId(country);
    }
    PiiType[] all = new PiiType[BY_ID.size()];
    for (PiiType type : BY_ID.values()) {
      all[type.index] = type;
    }
    return List.of(all);
  }

  private static synchronized PiiType make(String id) {
    PiiType known = BY_ID.get(id);
    if (known == null) {
      known = new PiiType(id);
      BY_ID.put(id, known);
    }
    return known;
  }

  /** Whether there is a type of this id, built in or made by now. */
  static boolean isKnown(String id) {
    return BY_ID.containsKey(id);
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
