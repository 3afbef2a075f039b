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

  /** As in {@link VendorPrefixes}, with the vendor's name instead of a prefix. */
  private static final String[] ROWS = {
    "aws-secret-access-key aws B40",
    "aws-secret-access-key akia B40",
    "azure-storage-key azure B88",
    "azure-storage-key storage B88",
    "azure-storage-key account B88",
    "azure-storage-key cosmos B88",
    "datadog-key datadog h32",
    "datadog-key datadog h40",
    "datadog-key dd h32",
    "datadog-key dd h40",
    "fastly-key fastly b32",
    "heroku-key heroku h8-h4-h4-h4-h12",
    "snyk-token snyk h8-h4-h4-h4-h12",
    "splunk-token splunk h8-h4-h4-h4-h12",
    "cloudflare-token cloudflare b40",
    "cloudflare-key cloudflare h37",
    "algolia-key algolia h32",
    "okta-token okta b42",
    "mailgun-key mailgun h32-h8-h8",
    "zendesk-token zendesk w40",
    "discord-secret discord b32",
    "discord-secret discord h64",
    "twitter-secret twitter w50",
    "facebook-secret facebook h32",
    "linkedin-secret linkedin w16",
    "meraki-key meraki h40",
    "sumologic-key sumologic w64",
    "plaid-secret plaid h30",
    "confluent-secret confluent B64",
    "confluent-key confluent U16",
    "cohere-key cohere w40",
    "contentful-token contentful b43",
    "drone-token drone w32",
    "freshbooks-token freshbooks h64",
    "atlassian-key jira w24",
    "atlassian-key confluence w24",
    "messagebird-key messagebird w25",
    "sendbird-token sendbird h40",
    "twitch-secret twitch l30",
    "travis-token travis b22",
    "vercel-token vercel w24",
    "gitter-token gitter h40",
    "bitbucket-secret bitbucket w32",
    "asana-secret asana h32",
    "mistral-key mistral w32",
    "deepgram-key deepgram h40",
    "elevenlabs-key elevenlabs h32",
    "paypal-secret paypal b80",
    "yandex-secret yandex b40",
    "tencent-secret-key tencent w32",
    "alibaba-secret-key alibaba w30",
    "alibaba-secret-key aliyun w30",
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
    if (before + 1 >= start || !named(b, before + 1)) {
      return 0;
    }
    out.readsDigits();
    return known(line, start, before + 1, out);
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
    VendorToken[] forms = new VendorToken[ROWS.length];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = VendorToken.of(ROWS[i]);
    }
    return forms;
  }
}
