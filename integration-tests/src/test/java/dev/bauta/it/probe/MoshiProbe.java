package dev.bauta.it.probe;

import com.squareup.moshi.Moshi;

/** Writes planted values with Moshi. */
public final class MoshiProbe {

  private MoshiProbe() {}

  public static void main(String[] args) throws Exception {
    Moshi moshi = new Moshi.Builder().build();
    JsonShapes.print(
        value ->
            value instanceof JsonShapes.Bean bean
                ? moshi.adapter(JsonShapes.Bean.class).toJson(bean)
                : moshi.adapter(Object.class).toJson(value));
  }
}
