package dev.bauta.engine;

/**
 * Tokens of vendors that give them no prefix: found where {@code key}, {@code token} or {@code
 * secret} stands right before and the vendor's name near.
 */
final class ContextSecrets {

  private static final int REACH = 48;
  private static final int MIN = 16;

  private static final String[] ENDINGS = {"key", "token", "secret", "auth", "pat", "credential"};

  // The last letters of those, in either case.
  private static final int LAST = 1 << 'y' | 1 << 'n' | 1 << 't' | 1 << 'h' | 1 << 'l';

  /** The vendor's name, the body, the name of the form. */
  private static final String[] ROWS = {
    "aws", "B40", "aws-secret-access-key",
    "akia", "B40", "aws-secret-access-key",
    "azure", "B88", "azure-storage-key",
    "storage", "B88", "azure-storage-key",
    "account", "B88", "azure-storage-key",
    "cosmos", "B88", "azure-storage-key",
    "datadog", "h32", "datadog-key",
    "datadog", "h40", "datadog-key",
    "dd", "h32", "datadog-key",
    "dd", "h40", "datadog-key",
    "fastly", "b32", "fastly-key",
    "heroku", "h8-h4-h4-h4-h12", "heroku-key",
    "snyk", "h8-h4-h4-h4-h12", "snyk-token",
    "splunk", "h8-h4-h4-h4-h12", "splunk-token",
    "cloudflare", "b40", "cloudflare-token",
    "cloudflare", "h37", "cloudflare-key",
    "algolia", "h32", "algolia-key",
    "okta", "b42", "okta-token",
    "mailgun", "h32-h8-h8", "mailgun-key",
    "zendesk", "w40", "zendesk-token",
    "discord", "b32", "discord-secret",
    "discord", "h64", "discord-secret",
    "twitter", "w50", "twitter-secret",
    "facebook", "h32", "facebook-secret",
    "linkedin", "w16", "linkedin-secret",
    "meraki", "h40", "meraki-key",
    "sumologic", "w64", "sumologic-key",
    "plaid", "h30", "plaid-secret",
    "confluent", "B64", "confluent-secret",
    "confluent", "U16", "confluent-key",
    "cohere", "w40", "cohere-key",
    "contentful", "b43", "contentful-token",
    "drone", "w32", "drone-token",
    "freshbooks", "h64", "freshbooks-token",
    "jira", "w24", "atlassian-key",
    "confluence", "w24", "atlassian-key",
    "messagebird", "w25", "messagebird-key",
    "sendbird", "h40", "sendbird-token",
    "twitch", "l30", "twitch-secret",
    "travis", "b22", "travis-token",
    "vercel", "w24", "vercel-token",
    "gitter", "h40", "gitter-token",
    "bitbucket", "w32", "bitbucket-secret",
    "asana", "h32", "asana-secret",
    "mistral", "w32", "mistral-key",
    "deepgram", "h40", "deepgram-key",
    "elevenlabs", "h32", "elevenlabs-key",
    "paypal", "b80", "paypal-secret",
    "yandex", "b40", "yandex-secret",
    "tencent", "w32", "tencent-secret-key",
    "alibaba", "w30", "alibaba-secret-key",
    "aliyun", "w30", "alibaba-secret-key",
  };

  private static final VendorToken[] FORMS = forms();

  private ContextSecrets() {}

  /** Adds the token that begins here, if it is one; returns its end, or 0. */
  static int token(Line line, int start, Findings out) {
    byte[] b = line.bytes;
    int before = start - 1;
    while (start - before < 5 && b[before] > 0 && !Ascii.wordy(b[before])) {
      before--;
    }
    return before + 1 < start && named(b, before + 1) ? known(line, start, before + 1, out) : 0;
  }

  private static boolean named(byte[] b, int end) {
    if ((LAST >>> b[end - 1] & 1) == 0) {
      return false;
    }
    for (String ending : ENDINGS) {
      if (end - ending.length() >= Line.PAD
          && NoValue.equals(b, end - ending.length(), end, ending)) {
        return true;
      }
    }
    return false;
  }

  private static int known(Line line, int start, int nameEnd, Findings out) {
    byte[] b = line.bytes;
    int floor = Math.max(Line.PAD, nameEnd - REACH);
    for (int i = nameEnd - 2; i >= floor; i--) {
      if (Ascii.letter(b[i]) && Labels.startsPart(b, i, Line.PAD)) {
        int end = vendor(b, i, start, out);
        if (end != 0) {
          return end <= Line.PAD + line.length ? end : 0;
        }
      }
    }
    return 0;
  }

  private static int vendor(byte[] b, int word, int start, Findings out) {
    for (VendorToken form : FORMS) {
      if (!NoValue.equals(b, word, word + form.prefix.length(), form.prefix)) {
        continue;
      }
      int end = form.end(b, start);
      if (end - start >= MIN && Entropy.of(b, start, end) >= 3 * Entropy.BIT) {
        out.add(PiiType.SECRET, start - Line.PAD, end - Line.PAD, form.rule);
        return end;
      }
    }
    return 0;
  }

  private static VendorToken[] forms() {
    VendorToken[] forms = new VendorToken[ROWS.length / 3];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = new VendorToken(ROWS[3 * i + 2], ROWS[3 * i], ROWS[3 * i + 1]);
    }
    return forms;
  }
}
