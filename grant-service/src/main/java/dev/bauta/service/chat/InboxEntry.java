package dev.bauta.service.chat;

import java.time.Instant;

/**
 * One click, command or form.
 *
 * @param actionTime the platform's time stamp of the action, as text; for a command its trigger id
 * @param actionId which button, command or form
 * @param payload what the platform needs to go on; deleted once the entry is handled
 * @param attempt counts from 1 when handed over; 0 on the way in
 */
public record InboxEntry(
    String platform,
    String team,
    String user,
    String actionTime,
    String actionId,
    String payload,
    Instant receivedAt,
    int attempt) {}
