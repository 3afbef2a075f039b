package dev.bauta.engine;

/**
 * Personal data found in a text.
 *
 * @param start of its first character
 * @param end behind its last character
 */
public record Finding(PiiType type, int start, int end) {}
