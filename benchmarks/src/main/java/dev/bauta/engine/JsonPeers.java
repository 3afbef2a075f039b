package dev.bauta.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Set;
import net.logstash.logback.mask.MaskingJsonGeneratorDecorator;

/** What masks JSON by keys, and logstash-logback-encoder's by content too. */
final class JsonPeers {

  private static final Set<String> KEYS = Set.of("password", "ssn", "email");

  private final dev.blaauwendraad.masker.json.JsonMasker jsonMasker =
      dev.blaauwendraad.masker.json.JsonMasker.getMasker(KEYS);
  private final JsonFactory jackson = new JsonFactory();
  private final MaskingJsonGeneratorDecorator logstash = new MaskingJsonGeneratorDecorator();

  JsonPeers() {
    KEYS.forEach(logstash::addPath);
    Patterns.BY_TYPE.values().forEach(logstash::addValue);
    logstash.start();
  }

  /** json-masker: by key only. */
  byte[] jsonMasker(byte[] json) {
    return jsonMasker.mask(json);
  }

  /** logstash-logback-encoder's masking generator; Jackson's parser feeds it. */
  String logstash(byte[] json) {
    StringWriter out = new StringWriter(json.length);
    try (JsonParser parser = jackson.createParser(json);
        JsonGenerator generator = logstash.decorate(jackson.createGenerator(out))) {
      while (parser.nextToken() != null) {
        generator.copyCurrentEvent(parser);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
