package dev.bauta.engine;

/**
 * The partial form of each type: {@code j***@example.com}, {@code ***-**-1234}, {@code
 * ************1111}. It lets a person recognise a value they know and nobody else find it out. A
 * value that does not have its type's shape is redacted, so that nothing is shown by mistake.
 */
final class PartialMasker implements Recognising {

  private enum Form {
    NONE,
    EMAIL,
    USERNAME,
    SECRET,
    CREDENTIALS,
    CRYPTO_ADDRESS,
    GEO,
    SSN,
    CARD,
    PHONE,
    IMEI,
    ROUTING,
    EXPIRY,
    IBAN,
    BIC,
    IPV4,
    IPV6,
    MAC,
    VEHICLE,
    ACCOUNT,
    PASSPORT,
    PLATE,
    LICENCE,
    NATIONAL_ID
  }

  // By index of the type: this is on the way of every value found in a line.
  private final Form[] forms = new Form[PiiType.CONTENT.size()];

  PartialMasker() {
    for (PiiType type : PiiType.CONTENT) {
      forms[type.index()] = form(type.id());
    }
  }

  private static Form form(String id) {
    return switch (id) {
      case "email" -> Form.EMAIL;
      case "username" -> Form.USERNAME;
      case "secret" -> Form.SECRET;
      case "url-credentials" -> Form.CREDENTIALS;
      case "crypto-address" -> Form.CRYPTO_ADDRESS;
      case "geo-coordinates" -> Form.GEO;
      case "us-ssn" -> Form.SSN;
      case "payment-card" -> Form.CARD;
      case "phone" -> Form.PHONE;
      case "imei" -> Form.IMEI;
      case "us-bank-routing" -> Form.ROUTING;
      case "card-expiry" -> Form.EXPIRY;
      case "iban" -> Form.IBAN;
      case "bic" -> Form.BIC;
      case "ipv4" -> Form.IPV4;
      case "ipv6" -> Form.IPV6;
      case "mac-address" -> Form.MAC;
      case "vehicle-id" -> Form.VEHICLE;
      case "bank-account" -> Form.ACCOUNT;
      case "passport" -> Form.PASSPORT;
      case "licence-plate" -> Form.PLATE;
      case "driving-licence" -> Form.LICENCE;
      default -> id.startsWith("national-id") ? Form.NATIONAL_ID : Form.NONE;
    };
  }

  @Override
  public String name() {
    return "partial";
  }

  @Override
  public String mask(String value, PiiType type) {
    if (RedactMasker.isRedacted(value)) {
      return value;
    }
    int index = type.index();
    String masked = index < forms.length ? partial(value, forms[index]) : null;
    return masked == null ? Maskers.REDACT.mask(value, type) : masked;
  }

  @Override
  public boolean made(String value, PiiType type) {
    return RedactMasker.isRedacted(value)
        || value.indexOf('*') >= 0 && mask(value, type).equals(value);
  }

  private static String partial(String value, Form form) {
    return switch (form) {
      case NONE -> null;
      case EMAIL -> PartialText.email(value);
      case USERNAME -> PartialText.username(value);
      case SECRET -> PartialText.secret(value);
      case CREDENTIALS -> PartialText.credentials(value);
      case CRYPTO_ADDRESS -> PartialText.cryptoAddress(value);
      case GEO -> GeoMasker.cut(value, 0);
      case SSN -> PartialNumber.lastDigits(value, 4, 9, 9);
      case CARD -> PartialNumber.lastDigits(value, 4, 12, 19);
      case PHONE -> PartialNumber.lastDigits(value, 2, 7, 18);
      case IMEI -> PartialNumber.lastDigits(value, 4, 14, 16);
      case ROUTING -> PartialNumber.lastDigits(value, 2, 9, 9);
      case EXPIRY -> PartialNumber.expiry(value);
      case IBAN -> PartialNumber.iban(value);
      case BIC -> PartialNumber.bic(value);
      case IPV4 -> PartialNumber.ipv4(value);
      case IPV6 -> PartialNumber.ipv6(value);
      case MAC -> PartialNumber.mac(value);
      case VEHICLE -> PartialNumber.lastCharacters(value, 4, 11, 17);
      case ACCOUNT -> PartialNumber.lastCharacters(value, 3, 7, 20);
      case PASSPORT, PLATE -> PartialNumber.lastCharacters(value, 2, 5, 14);
      case LICENCE -> PartialNumber.lastCharacters(value, 2, 6, 20);
      case NATIONAL_ID -> PartialNumber.nationalId(value);
    };
  }
}
