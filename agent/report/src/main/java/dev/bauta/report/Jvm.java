package dev.bauta.report;

import java.util.List;
import java.util.Map;

/**
 * One process that was looked at.
 *
 * @param service may be empty
 * @param environment may be empty
 * @param process its id on its machine
 * @param started when the agent started (ISO 8601)
 * @param written when this was written
 * @param modes by sink
 * @param failures of the agent itself
 */
public record Jvm(
    String service,
    String environment,
    String process,
    String started,
    String written,
    Map<String, String> modes,
    List<Library> libraries,
    long failures) {}
