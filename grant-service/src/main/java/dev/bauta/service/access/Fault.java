package dev.bauta.service.access;

/**
 * What is wrong with one field of a request, said to the person who filled it in. Never repeats a
 * personal value.
 */
public record Fault(String field, String message) {}
