package dev.bauta.service.audit;

import dev.bauta.service.access.AuditEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The canonical text of a record, version 1: JSON on one line, keys in a fixed order, details by
 * name, every character outside printable ASCII escaped. Its bytes are what is stored and what is
 * hashed; they are never parsed and written again. A change of this form needs a new version
 * number: stored records keep theirs.
 */
public final class RecordText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private RecordText() {}

  /**
   * The text of one record.
   *
   * @param number the record's number, from 0: its index in the tree
   * @param personal the commitments to the event's personal facts
   */
  public static String of(long number, AuditEvent event, List<Commitment> personal) {
    StringBuilder out = new StringBuilder(256);
    out.append("{\"v\":1,\"seq\":").append(number);
    field(out, "time", time(event.at()));
    field(out, "action", event.action());
    field(out, "outcome", event.outcome().name().toLowerCase(Locale.ROOT));
    field(out, "actor", event.actor().name());
    field(out, "via", event.actor().via());
    if (!event.actor().address().isEmpty()) field(out, "address", event.actor().address());
    event.request().ifPresent(id -> field(out, "request", id));
    map(out, "details", event.details());
    Map<String, String> hashes = new TreeMap<>();
    personal.forEach(c -> hashes.put(c.field(), c.hash()));
    map(out, "personal", hashes);
    return out.append('}').toString();
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  private static void field(StringBuilder out, String key, String value) {
    out.append(",\"").append(key).append("\":");
    string(out, value);
  }

  private static void map(StringBuilder out, String key, Map<String, String> map) {
    out.append(",\"").append(key).append("\":{");
    String comma = "";
    for (Map.Entry<String, String> entry : map.entrySet()) {
      out.append(comma);
      string(out, entry.getKey());
      out.append(':');
      string(out, entry.getValue());
      comma = ",";
    }
    out.append('}');
  }

  private static void string(StringBuilder out, String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= 0x20 && c < 0x7f) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    out.append('"');
  }
}
