package dev.bauta.it.probe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes JSON and texts of objects whose places and classes rules name, and changes the rules. */
public final class RulePlacesProbe {

  private static final long LONGEST_NANOS = 60_000_000_000L;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RulePlacesProbe() {}

  /** A class that nobody has marked. */
  public record Guest(String nick, int room, String desk) {}

  /** Another, which only the second rules name. */
  public static final class Visitor {
    public final String nick;
    public final int room;

    Visitor() {
      nick = "Needlevisitor"; // no constants: those would be part of the text
      room = 815;
    }

    @Override
    public String toString() {
      return "Visitor " + nick + " in " + room;
    }
  }

  /** An order with places of which rules know the path. */
  public record Order(String note, List<String> lines) {}

  public static void main(String[] args) throws Exception {
    say("first");
    if (args.length > 0) {
      Path rules = Path.of(args[0]);
      Files.writeString(rules, Files.readString(Path.of(args[1])));
      long end = System.nanoTime() + LONGEST_NANOS;
      while (new Visitor().toString().contains("Needle") && System.nanoTime() < end) {
        Thread.sleep(200);
      }
      say("second");
    }
    System.out.println("probe done");
  }

  private static void say(String step) throws IOException {
    Order order = new Order("Needlenote", List.of("Needleline"));
    print(step, "pojo", MAPPER.writeValueAsString(Map.of("orders", List.of(order))));
    print(step, "bytes", new String(MAPPER.writeValueAsBytes(Map.of("orders", List.of(order)))));
    print(
        step,
        "map",
        MAPPER.writeValueAsString(Map.of("orders", List.of(Map.of("note", "Needlemap")))));
    print(step, "tree", MAPPER.readTree("{\"orders\":[{\"note\":\"Needletree\"}]}").toString());
    print(step, "stream", stream());
    print(step, "elsewhere", MAPPER.writeValueAsString(Map.of("note", "plain")));
    Guest guest = new Guest("Needleguest", 815, "open");
    print(step, "guest", MAPPER.writeValueAsString(guest));
    print(step, "guest text", guest.toString());
    print(step, "visitor", MAPPER.writeValueAsString(new Visitor()));
    print(step, "visitor text", new Visitor().toString());
  }

  private static String stream() throws IOException {
    StringWriter written = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(written)) {
      json.writeStartObject();
      json.writeArrayFieldStart("orders");
      json.writeStartObject();
      json.writeStringField("note", "Needlestream");
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    return written.toString();
  }

  private static void print(String step, String what, String text) {
    System.out.println(step + " " + what + ": " + text);
  }
}
