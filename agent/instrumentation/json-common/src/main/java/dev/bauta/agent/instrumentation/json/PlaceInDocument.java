package dev.bauta.agent.instrumentation.json;

import dev.bauta.agent.api.JsonPlace;

/**
 * Where in its document a value is to be written; made only while there are rules for paths.
 *
 * @param path how far they have come
 * @param name of the property, or of the nearest one above; may be null
 */
public record PlaceInDocument(JsonPlace path, String name) {}
