package dev.bauta.it.probe;

import jakarta.json.bind.JsonbBuilder;

/** Writes planted values with JSON-B over JSON-P. */
public final class JsonbProbe {

  private JsonbProbe() {}

  public static void main(String[] args) throws Exception {
    JsonShapes.print(JsonbBuilder.create()::toJson);
  }
}
