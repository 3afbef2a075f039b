/**
 * A small customer desk, written as a company would write it: HTTP with servlet security, a pooled
 * database, JSON, logging. It knows nothing of the agent; only {@code @Pii} marks what is personal.
 */
package dev.bauta.sample;
