package dev.bauta.it.probe;

import java.util.Map;
import org.json.JSONObject;

/** Writes planted values with org.json. */
public final class OrgJsonProbe {

  private OrgJsonProbe() {}

  public static void main(String[] args) throws Exception {
    JsonShapes.print(
        value ->
            (value instanceof Map<?, ?> map ? new JSONObject(map) : new JSONObject(value))
                .toString());
  }
}
