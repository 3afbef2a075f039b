package dev.bauta.engine;

/**
 * What a rule file says about a type.
 *
 * @param masker null for the type's own
 * @param enabled whether its values are looked for in text and under built-in names
 */
record TypeRule(Masker masker, boolean enabled) {}
