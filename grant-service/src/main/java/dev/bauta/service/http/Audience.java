package dev.bauta.service.http;

/** Whom a snapshot is for: the agents of one service in one environment. */
record Audience(String service, String environment) {}
