package dev.bauta.engine;

/**
 * The partial form of each type: {@code j***@example.com}, {@code ***-**-1234}, {@code
 * ************1111}. It lets a person recognise a value they know and nobody else find it out. A
 * value that does not have its type's shape is redacted, so that nothing is shown by mistake.
 */
final class PartialMasker implements Recognising {

  private static final String NATIONAL_ID = "national-id";

  @Override
  public String name() {
    return "partial";
  }

  @Override
  public String mask(String value, PiiType type) {
    if (RedactMasker.isRedacted(value)) {
      return value;
    }
    String masked = partial(value, type);
    return masked == null ? Maskers.REDACT.mask(value, type) : masked;
  }

  @Override
  public boolean made(String value, PiiType type) {
    return RedactMasker.isRedacted(value)
        || value.indexOf('*') >= 0 && mask(value, type).equals(value);
  }

  private static String partial(String value, PiiType type) {
    return switch (type.id()) {
      case "email" -> PartialText.email(value);
      case "name" -> PartialText.name(value);
      case "username" -> PartialText.username(value);
      case "secret" -> PartialText.secret(value);
      case "url-credentials" -> PartialText.credentials(value);
      case "crypto-address" -> PartialText.cryptoAddress(value);
      case "geo-coordinates" -> value.length() > 64 ? null : GeoMasker.cut(value, 0);
      case "us-ssn" -> PartialNumber.lastDigits(value, 4, 9, 9);
      case "payment-card" -> PartialNumber.lastDigits(value, 4, 12, 19);
      case "phone" -> PartialNumber.lastDigits(value, 2, 7, 18);
      case "imei" -> PartialNumber.lastDigits(value, 4, 14, 16);
      case "us-bank-routing" -> PartialNumber.lastDigits(value, 2, 9, 9);
      case "card-expiry" -> PartialNumber.expiry(value);
      case "date-of-birth" -> PartialNumber.date(value);
      case "iban" -> PartialNumber.iban(value);
      case "bic" -> PartialNumber.bic(value);
      case "ipv4" -> PartialNumber.ipv4(value);
      case "ipv6" -> PartialNumber.ipv6(value);
      case "mac-address" -> PartialNumber.mac(value);
      case "vehicle-id" -> PartialNumber.lastCharacters(value, 4, 11, 17);
      case "bank-account" -> PartialNumber.lastCharacters(value, 3, 7, 20);
      case "passport", "licence-plate" -> PartialNumber.lastCharacters(value, 2, 5, 14);
      case "driving-licence" -> PartialNumber.lastCharacters(value, 2, 6, 20);
      default -> type.id().startsWith(NATIONAL_ID) ? PartialNumber.nationalId(value) : null;
    };
  }
}
