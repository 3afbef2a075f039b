package dev.bauta.service.access;

import java.time.Instant;

/** One person's yes. */
public record Approval(String person, Instant at) {}
