package dev.bauta.engine;

/**
 * What holds for a type in the texts of some loggers.
 *
 * @param logger the loggers' name
 * @param type glob of the types' ids
 * @param masker null for the type's own
 * @param enabled null for what holds otherwise
 */
record LoggerRule(Glob logger, Glob type, Masker masker, Boolean enabled) {}
