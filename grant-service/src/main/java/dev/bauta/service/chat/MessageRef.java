package dev.bauta.service.chat;

/**
 * Where a message was posted.
 *
 * @param purpose what the message is, in the platform's own words: {@code card:C123}, {@code
 *     dm:U123}; unique per request
 * @param channel the platform's channel id
 * @param ts the platform's id of the message in that channel
 */
public record MessageRef(String purpose, String channel, String ts) {}
