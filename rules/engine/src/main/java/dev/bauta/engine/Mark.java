package dev.bauta.engine;

/**
 * A decision for the whole value of a place: a column, a key, an annotated member. Immutable.
 *
 * @param type what the value is
 * @param masker how it is hidden
 * @param numeric whether numbers are hidden too, as 0 or null
 */
public record Mark(PiiType type, Masker masker, boolean numeric) {}
