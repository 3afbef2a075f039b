package dev.bauta.service.access;

import java.time.Instant;

/** How a request came to its end: by whom ({@code service} for expiry and budgets), when, why. */
public record Closing(String by, Instant at, String why) {}
