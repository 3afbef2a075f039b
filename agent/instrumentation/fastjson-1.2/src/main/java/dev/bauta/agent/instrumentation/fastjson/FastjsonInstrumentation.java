package dev.bauta.agent.instrumentation.fastjson;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.util.List;

/**
 * Masks what fastjson 1.2 writes: annotated members by a filter of their class, which the library's
 * own generated code obeys; values of maps by their key; every other string by its content where
 * the writer writes it.
 */
public final class FastjsonInstrumentation implements Instrumentation {

  static final String WRITER = "com/alibaba/fastjson/serializer/SerializeWriter";
  static final String MAP = "com/alibaba/fastjson/serializer/MapSerializer";
  static final String CONFIG = "com/alibaba/fastjson/serializer/SerializeConfig";

  private static final String STRING = "Ljava/lang/String;";

  @Override
  public String name() {
    return "fastjson-1.2";
  }

  @Override
  public Sink sink() {
    return Sink.JSON;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(
        ClassHook.named(WRITER, FastjsonInstrumentation::writer),
        ClassHook.named(MAP, FastjsonInstrumentation::map),
        ClassHook.named(CONFIG, FastjsonInstrumentation::config));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    new FastjsonHooks(masking).link(links);
  }

  /** Writes the canary as the library's front door does. */
  @Override
  public String showCanary(Class<?> hooked, String canary) throws ReflectiveOperationException {
    return (String)
        Class.forName("com.alibaba.fastjson.JSON", true, hooked.getClassLoader())
            .getMethod("toJSONString", Object.class)
            .invoke(null, canary);
  }

  private static void writer(ClassEditor editor) {
    text(editor, "writeStringWithDoubleQuote", "(" + STRING + "C)V", 0);
    text(editor, "writeStringWithSingleQuote", "(" + STRING + ")V", 0);
    text(editor, "writeFieldName", "(" + STRING + "Z)V", 0);
    for (String method :
        new String[] {
          "writeFieldValue",
          "writeFieldValueStringWithDoubleQuote",
          "writeFieldValueStringWithDoubleQuoteCheck"
        }) {
      text(editor, method, "(C" + STRING + STRING + ")V", 2);
    }
    editor.require(
        "write(List)",
        editor.filterArgument(
            ClassEditor.method("write", "(Ljava/util/List;)V"), 0, FastjsonHooks.LIST));
    // not in the first versions, which have no strings of characters
    editor.filterArgument(
        m -> m.name.startsWith("writeString") && m.desc.startsWith("([C"),
        0,
        FastjsonHooks.CHARACTERS);
  }

  private static void text(ClassEditor editor, String name, String descriptor, int index) {
    editor.require(
        name + descriptor,
        editor.filterArgument(ClassEditor.method(name, descriptor), index, FastjsonHooks.TEXT));
  }

  private static void map(ClassEditor editor) {
    editor.require(
        "entries of maps",
        editor.filterCallResult(
            m -> m.name.equals("write"),
            call -> call.name.equals("entrySet"),
            FastjsonHooks.ENTRIES));
  }

  private static void config(ClassEditor editor) {
    editor.require(
        "createJavaBeanSerializer",
        editor.filterReturn(ClassEditor.method("createJavaBeanSerializer"), FastjsonHooks.CREATED));
  }
}
