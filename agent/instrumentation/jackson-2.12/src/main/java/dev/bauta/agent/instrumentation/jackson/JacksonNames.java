package dev.bauta.agent.instrumentation.jackson;

/**
 * What one line of Jackson calls its packages and methods. Everything else is the same in all.
 *
 * @param prefix what the names of this line's hooks begin with
 * @param root the internal name of the package that core, databind and the modules lie in
 * @param generatorResult what the generators' methods return, as a descriptor
 * @param writeName the generator's method for a property's name
 * @param writeContext the generator's method for its context
 * @param contextType the simple name of a context's class
 * @param currentName the context's method for the name of the property being written
 * @param serializeMethods where a property's writer reads a value for itself, and {@code get}
 * @param valueSerializer the class that writes a {@code @JsonValue}, below databind
 */
public record JacksonNames(
    String prefix,
    String root,
    String generatorResult,
    String writeName,
    String writeContext,
    String contextType,
    String currentName,
    String[] serializeMethods,
    String valueSerializer) {

  /** Jackson 2. */
  static final JacksonNames TWO =
      new JacksonNames(
          "jackson.",
          "com/fasterxml/jackson/",
          "V",
          "writeFieldName",
          "getOutputContext",
          "JsonStreamContext",
          "getCurrentName",
          // get() is what unwrapping and other modules' writers read with
          new String[] {"serializeAsField", "serializeAsElement", "get"},
          "ser/std/JsonValueSerializer");

  /** Jackson 3. */
  public static final JacksonNames THREE =
      new JacksonNames(
          "jackson3.",
          "tools/jackson/",
          "Ltools/jackson/core/JsonGenerator;",
          "writeName",
          "streamWriteContext",
          "TokenStreamContext",
          "currentName",
          new String[] {"get"},
          "ser/jackson/JsonValueSerializer");

  /** The internal name of a class of jackson-core. */
  public String core(String name) {
    return root + "core/" + name;
  }

  /** The internal name of a class of jackson-databind. */
  public String databind(String name) {
    return root + "databind/" + name;
  }

  /** The internal name of the class that writes a property. */
  public String propertyWriter() {
    return databind("ser/BeanPropertyWriter");
  }

  String hook(String name) {
    return prefix + name;
  }

  static String binary(String internalName) {
    return internalName.replace('/', '.');
  }
}
