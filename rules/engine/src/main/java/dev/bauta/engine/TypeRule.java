package dev.bauta.engine;

/**
 * What holds for a type.
 *
 * @param masker how its values are hidden
 * @param enabled whether its values are looked for in text and under built-in names
 * @param numeric whether numbers under built-in names are hidden
 */
record TypeRule(Masker masker, boolean enabled, boolean numeric) {

  static final TypeRule ON = new TypeRule(Maskers.PARTIAL, true, false);
  static final TypeRule OFF = new TypeRule(Maskers.PARTIAL, false, false);
}
