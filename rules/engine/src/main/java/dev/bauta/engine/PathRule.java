package dev.bauta.engine;

import java.util.Set;

/**
 * A rule for places in JSON.
 *
 * @param mark null says that nothing is hidden there
 * @param sinks where it holds; empty for everywhere
 */
record PathRule(JsonPath path, Mark mark, Set<String> sinks) {}
