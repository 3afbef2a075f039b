package dev.bauta.service.access;

import java.time.Instant;

/**
 * Somebody decides in the place of somebody who is away.
 *
 * @param person who is away
 * @param deputy who decides instead; never the same
 */
public record Delegation(String id, String person, String deputy, Instant from, Instant until) {}
