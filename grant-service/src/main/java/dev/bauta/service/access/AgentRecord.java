package dev.bauta.service.access;

import java.time.Instant;

/**
 * What is known of one agent, which is one run of one JVM.
 *
 * @param applied the grants it last said it applies
 * @param lastNumber the highest number of its receipts
 * @param seen when it last said something
 */
public record AgentRecord(
    String agent,
    String service,
    String environment,
    Position applied,
    long lastNumber,
    Instant seen) {}
