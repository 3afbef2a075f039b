package dev.bauta.cli;

import dev.bauta.cli.ExplainCommand.Place;
import dev.bauta.cli.Explanation.Seen;
import java.util.List;

/** An explanation for programs. */
final class ExplainedJson {

  private ExplainedJson() {}

  /**
   * @param explanation of the text, or null where none was given
   */
  static void write(Explanation explanation, List<Place> places, JsonWriter json) {
    json.object();
    if (explanation != null) {
      json.name("text").value(explanation.text());
      json.name("masked").value(explanation.masked());
      json.name("found").array();
      explanation.found().forEach(seen -> write(seen, explanation.text(), json));
      json.endArray();
      json.name("dropped").array();
      explanation.dropped().forEach(seen -> write(seen, explanation.text(), json));
      json.endArray();
    }
    json.name("places").array();
    for (Place place : places) {
      json.object();
      json.name(place.kind()).value(place.name());
      json.name("personal").value(place.mark() != null);
      if (place.mark() != null) {
        json.name("type").value(place.mark().type().id());
        json.name("masker").value(place.mark().masker().name());
        json.name("numeric").value(place.mark().numeric());
      }
      json.name("decidedBy").value(place.decidedBy());
      json.endObject();
    }
    json.endArray().endObject().end();
  }

  private static void write(Seen seen, String text, JsonWriter json) {
    json.object();
    json.name("type").value(seen.type().id());
    json.name("start").value(seen.start());
    json.name("end").value(seen.end());
    json.name("rule").value(seen.rule());
    json.name("value").value(text.substring(seen.start(), seen.end()));
    json.optional("masked", seen.masked());
    json.optional("why", seen.why());
    json.endObject();
  }
}
