package dev.bauta.service.access;

/**
 * An account on a chat platform: the platform's own ids, never a display name or an e-mail address.
 */
public record ChatAccount(String platform, String team, String user) {}
