package dev.bauta.it.probe;

import java.util.List;
import java.util.Locale;

/**
 * Made-up personal data that belongs to one channel alone, so that a leak tells where it happened.
 * The e-mail address's domain names the channel and is kept by the mask: it proves that the channel
 * was used at all.
 *
 * @param channel lower-case letters only
 */
public record Canary(String channel) {

  public Canary {
    if (!channel.matches("[a-z]+")) {
      throw new IllegalArgumentException("not a channel: " + channel);
    }
  }

  public String email() {
    return local() + "@" + domain();
  }

  /** A payment card with a valid check digit, in groups of four. */
  public String card() {
    String digits = "4556" + String.format(Locale.ROOT, "%011d", number() % 100_000_000_000L);
    String card = digits + checkDigit(digits);
    return card.replaceAll("(....)(?=.)", "$1 ");
  }

  public String ssn() {
    long number = number();
    return String.format(
        Locale.ROOT,
        "5%02d-%02d-%04d",
        10 + number % 80,
        11 + number / 80 % 80,
        1001 + number / 6_400 % 8_000);
  }

  public String password() {
    return "Xq7" + channel + "Zk9";
  }

  /** A sentence with all of them in it. */
  public String text() {
    return "mail " + email() + " card " + card() + " SSN " + ssn() + " password=" + password();
  }

  /** What the masked text of {@link #email()} must look like. */
  public String maskedEmail() {
    return "n***@" + domain();
  }

  /**
   * The parts that must never come out. Card and social security numbers without separators:
   * compare them with an output whose separators were taken out.
   */
  public List<String> needles() {
    String digits = card().replace(" ", "");
    return List.of(local(), digits.substring(0, 12), ssn(), ssn().replace("-", ""), password());
  }

  private String local() {
    return "needle." + channel;
  }

  private String domain() {
    return channel + "-channel.com";
  }

  private long number() {
    long number = 17;
    for (int i = 0; i < channel.length(); i++) {
      number = number * 1_000_003 + channel.charAt(i);
    }
    return number & Long.MAX_VALUE;
  }

  private static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return (10 - sum % 10) % 10;
  }
}
