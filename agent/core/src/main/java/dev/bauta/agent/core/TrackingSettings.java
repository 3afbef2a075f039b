package dev.bauta.agent.core;

/**
 * How values are tracked.
 *
 * @param entries how many hashes are kept at most
 * @param seconds how long after it was last seen
 * @param parts whether the parts of a name count alone
 */
record TrackingSettings(int entries, int seconds, boolean parts) {}
