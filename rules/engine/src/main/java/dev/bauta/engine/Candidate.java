package dev.bauta.engine;

/**
 * What looked like personal data while a text was explained.
 *
 * @param start of its first character
 * @param end behind its last character
 * @param rule the name of what looked at it, such as {@code card-luhn}; never null
 * @param dropped why it is none after all, or null where it was found
 */
public record Candidate(PiiType type, int start, int end, String rule, String dropped) {}
