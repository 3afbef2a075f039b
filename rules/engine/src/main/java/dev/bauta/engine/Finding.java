package dev.bauta.engine;

/**
 * Personal data found in a text.
 *
 * @param start of its first character
 * @param end behind its last character
 * @param rule the name of what found it, such as {@code card-luhn}; never null
 */
public record Finding(PiiType type, int start, int end, String rule) {}
