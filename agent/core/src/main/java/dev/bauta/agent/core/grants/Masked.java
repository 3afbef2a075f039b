package dev.bauta.agent.core.grants;

/**
 * How many values of one type one sink has masked since the start.
 *
 * @param sink {@code json} or {@code jdbc}
 * @param type the PII type's id
 */
public record Masked(String sink, String type, long total) {}
