package dev.bauta.it.probe;

import tools.jackson.databind.json.JsonMapper;

/** Writes planted values with Jackson 3. */
public final class Jackson3Probe {

  private Jackson3Probe() {}

  public static void main(String[] args) throws Exception {
    JsonShapes.print(new JsonMapper()::writeValueAsString);
  }
}
