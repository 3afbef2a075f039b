package dev.bauta.engine;

/**
 * Masks what looks like a person's name under a key that may name anything: two to four words with
 * a capital first letter each and no digit. {@code "name": "Ada Lovelace"} is hidden, {@code
 * "name": "eth0"} is not.
 */
final class LikelyName implements Masker {

  private static final int MAX_WORDS = 4;

  // Last words of what is called like a person and is none.
  static final WordTable THINGS =
      WordTable.of(
          "service services server client thread manager pool worker handler factory controller group"
              + " team department company corp corporation inc ltd limited llc gmbh ag sa srl bank"
              + " store shop hotel street road city report order product project system application"
              + " app database table queue topic cluster node device account plan policy chair desk"
              + " edition version test");

  private final Masker masker;

  LikelyName(Masker masker) {
    this.masker = masker;
  }

  @Override
  public String name() {
    return masker.name();
  }

  @Override
  public boolean nulls() {
    return false; // other values under the key must stay
  }

  @Override
  public boolean textOnly() {
    return true;
  }

  @Override
  public String mask(String value, PiiType type) {
    return isLikely(value) ? masker.mask(value, type) : value;
  }

  static boolean isLikely(String value) {
    int words = 0;
    boolean starts = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ') {
        if (starts) {
          return false;
        }
        starts = true;
      } else if (starts) {
        if (!Character.isUpperCase(c)) {
          return false;
        }
        words++;
        starts = false;
      } else if (!Character.isLetter(c) && c != '-' && c != '\'' && c != '.') {
        return false;
      }
    }
    return !starts && words >= 2 && words <= MAX_WORDS && !isThing(value);
  }

  private static boolean isThing(String value) {
    int from = value.lastIndexOf(' ') + 1;
    long word = 0;
    for (int i = from; i < value.length(); i++) {
      char c = WordTable.plain(value.charAt(i));
      word = word * WordTable.BASE + (c < 'a' || c > 'z' ? 0 : c - 'a' + 1);
    }
    return THINGS.get(word, value.length() - from) != 0;
  }
}
