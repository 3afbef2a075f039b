package dev.bauta.service.access;

/** How many values of one type one sink of an agent has masked since it told last. */
public record MaskedCount(String sink, String type, long count) {}
