package dev.bauta.engine;

import java.nio.charset.StandardCharsets;

/** Stands in for the one that helper E writes, with the same entry points. */
public final class JsonMasker {

  private final TextMasker text;

  public JsonMasker(RuleSet rules) {
    this.text = rules.text();
  }

  public byte[] mask(byte[] utf8, int from, int to, Disclosure disclosure, Tally tally) {
    String json = new String(utf8, from, to - from, StandardCharsets.UTF_8);
    String masked = text.mask(json, disclosure, tally);
    return masked.equals(json) ? null : masked.getBytes(StandardCharsets.UTF_8);
  }
}
