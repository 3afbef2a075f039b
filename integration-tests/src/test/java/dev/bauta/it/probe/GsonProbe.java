package dev.bauta.it.probe;

import com.google.gson.Gson;

/** Writes planted values with Gson. */
public final class GsonProbe {

  private GsonProbe() {}

  public static void main(String[] args) throws Exception {
    JsonShapes.print(new Gson()::toJson);
  }
}
