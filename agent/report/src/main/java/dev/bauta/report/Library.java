package dev.bauta.report;

/**
 * How far a library's protection is known.
 *
 * @param mode {@code mask}, {@code observe} or {@code off}
 * @param state {@code HOOKED}, {@code PROVEN} or {@code UNPROTECTED}
 * @param detail what is wrong, or how it was proven; may be empty
 */
public record Library(String library, String sink, String mode, String state, String detail) {}
