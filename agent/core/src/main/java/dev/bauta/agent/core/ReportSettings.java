package dev.bauta.agent.core;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the report goes, and who writes it.
 *
 * @param path without the endings
 * @param every between two of them
 * @param service may be empty
 * @param environment may be empty
 */
record ReportSettings(Path path, Duration every, String service, String environment) {}
