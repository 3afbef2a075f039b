package dev.bauta.service.chat.slack;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code application/x-www-form-urlencoded}. */
final class FormBody {
  private FormBody() {}

  /**
   * The fields by name.
   *
   * @throws MalformedException for anything that is not such a form, or names a field twice
   */
  static Map<String, String> parse(byte[] body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : text(body).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals <= 0) throw new MalformedException();
      String name = decoded(pair.substring(0, equals));
      if (fields.put(name, decoded(pair.substring(equals + 1))) != null)
        throw new MalformedException();
    }
    return fields;
  }

  /** The bytes as UTF-8, and nothing else. */
  static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException();
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedException();
    }
  }
}
