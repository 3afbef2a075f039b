package dev.bauta.it.probe;

import dev.bauta.annotations.Pii;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every JSON library is given to write: planted values by annotation, key and content. */
public final class JsonShapes {

  private JsonShapes() {}

  /** One library. */
  interface Library {
    String toJson(Object value) throws Exception;
  }

  public static List<String> channels() {
    return List.of("bean", "map", "mapkey", "list", "nested");
  }

  static void print(Library library) throws Exception {
    System.out.println("bean: " + library.toJson(new Bean()));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("note", text("map"));
    map.put("password", "Xq7secretkeyZk9");
    map.put("apiKey", List.of("Xq7apikeyZk9"));
    map.put(new Canary("mapkey").email(), "under a personal key");
    map.put("list", List.of("harmless", text("list")));
    map.put("inner", Map.of("deep", text("nested")));
    System.out.println("map: " + library.toJson(map));
    System.out.println("probe done");
  }

  private static String text(String channel) {
    return new Canary(channel).text();
  }

  /** With fields for the libraries that read fields, and getters for those that read getters. */
  public static final class Bean {
    @Pii("name")
    private final String name = "Needlefield Name";

    private final String note = text("bean");
    private final int number = 4711;

    public String getName() {
      return name;
    }

    public String getNote() {
      return note;
    }

    public int getNumber() {
      return number;
    }
  }
}
