package dev.bauta.engine.ids;

import dev.bauta.engine.PiiType;

/**
 * All formats, by length. Read from their table when the first candidate is looked at; the checks
 * of a format when its shape first matches.
 */
public final class IdFormats {

  private static final IdFormat[][] BY_LENGTH = new IdFormat[IdToken.MAX + 1][];
  private static final IdFormat[][] BARE = new IdFormat[IdToken.MAX + 1][];

  private static final IdFormat[] NONE = {};

  private static final String[] TABLES = {
    EuropeanIds.ROWS, MoreEuropeanIds.ROWS, AmericanIds.ROWS, OtherIds.ROWS
  };

  static {
    int[] sizes = new int[IdToken.MAX + 1];
    int[] bareSizes = new int[IdToken.MAX + 1];
    IdFormat[] all = new IdFormat[512];
    int n = 0;
    for (String table : TABLES) {
      n = read(table, all, n);
    }
    for (int i = 0; i < n; i++) {
      sizes[all[i].length]++;
      bareSizes[all[i].length] += all[i].bare || all[i].bareInLayout ? 1 : 0;
    }
    for (int length = 0; length <= IdToken.MAX; length++) {
      BY_LENGTH[length] = sizes[length] == 0 ? NONE : new IdFormat[sizes[length]];
      BARE[length] = bareSizes[length] == 0 ? NONE : new IdFormat[bareSizes[length]];
    }
    for (int i = n - 1; i >= 0; i--) {
      IdFormat format = all[i];
      BY_LENGTH[format.length][--sizes[format.length]] = format;
      if (format.bare || format.bareInLayout) {
        BARE[format.length][--bareSizes[format.length]] = format;
      }
    }
  }

  private IdFormats() {}

  /** The formats of so many letters and digits; not to be changed. */
  public static IdFormat[] ofLength(int length) {
    return BY_LENGTH[length];
  }

  /** Those of them that need no word beside them. */
  public static IdFormat[] bareOfLength(int length) {
    return BARE[length];
  }

  /** A row is {@code name|shapes|flags|layouts|checks}; shapes with commas, layouts with spaces. */
  private static int read(String table, IdFormat[] into, int n) {
    int size = n;
    for (int at = 0; at < table.length(); ) {
      int end = table.indexOf('\n', at);
      int shapes = table.indexOf('|', at) + 1;
      int flags = table.indexOf('|', shapes) + 1;
      int layouts = table.indexOf('|', flags) + 1;
      int checks = table.indexOf('|', layouts) + 1;
      String name = table.substring(at, shapes - 1);
      PiiType type = PiiType.of("national-id-".concat(name.substring(0, 2)));
      String layout = table.substring(layouts, checks - 1);
      String[] all = layout.isEmpty() ? new String[0] : layout.split(" ", -1);
      String several = table.substring(shapes, flags - 1);
      for (int from = 0; from < several.length(); ) {
        int comma = several.indexOf(',', from);
        int to = comma < 0 ? several.length() : comma;
        into[size++] =
            new IdFormat(
                name,
                type,
                several.substring(from, to),
                table.substring(flags, layouts - 1),
                all,
                table.substring(checks, end));
        from = to + 1;
      }
      at = end + 1;
    }
    return size;
  }
}
