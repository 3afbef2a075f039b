package dev.bauta.agent.instrumentation.fastjson2;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import dev.bauta.agent.instrumentation.json.WriterHooks;
import dev.bauta.agent.instrumentation.json.WriterRewrite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.tree.MethodNode;

/**
 * Masks what fastjson 2.0.20 and newer write, as JSON and as JSONB: annotated members by a filter
 * of their class, which the library's own generated code obeys; values of maps by their key; every
 * other string by its content where the writer writes it.
 */
public final class Fastjson2Instrumentation implements Instrumentation {

  static final String PACKAGE = "com/alibaba/fastjson2/";
  static final String LIBRARY = "fastjson2";

  /** The writers of all versions; none has all of them. */
  static final List<String> WRITERS =
      List.of(
          "JSONWriter",
          "JSONWriterUTF8",
          "JSONWriterUTF8JDK9",
          "JSONWriterUTF16",
          "JSONWriterUTF16JDK8",
          "JSONWriterUTF16JDK8UF",
          "JSONWriterUTF16JDK9UF",
          "JSONWriterPretty",
          "JSONWriterJSONB");

  /** The classes that write maps. */
  static final List<String> MAPS = List.of("writer/ObjectWriterImplMap");

  static final String ADAPTER = PACKAGE + "writer/ObjectWriterAdapter";
  static final List<String> CREATORS =
      List.of("writer/ObjectWriterCreator", "writer/ObjectWriterCreatorASM");

  private static final String FILTER = "(Lcom/alibaba/fastjson2/filter/ValueFilter;)V";

  @Override
  public String name() {
    return "fastjson2-2.0.20";
  }

  @Override
  public Sink sink() {
    return Sink.JSON;
  }

  @Override
  public List<ClassHook> hooks() {
    List<ClassHook> hooks = new ArrayList<>();
    for (String writer : WRITERS) {
      hooks.add(ClassHook.named(PACKAGE + writer, Fastjson2Instrumentation::writer));
    }
    for (String map : MAPS) {
      hooks.add(ClassHook.named(PACKAGE + map, Fastjson2Instrumentation::map));
    }
    for (String creator : CREATORS) {
      hooks.add(ClassHook.named(PACKAGE + creator, Fastjson2Instrumentation::creator));
    }
    hooks.add(ClassHook.named(ADAPTER, Fastjson2Instrumentation::adapter));
    return hooks;
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    new WriterHooks(LIBRARY, masking).link(links);
    new Fastjson2Hooks(masking).link(links);
  }

  /** Writes the canary as the library's front door does. */
  @Override
  public String showCanary(Class<?> hooked, String canary) throws ReflectiveOperationException {
    return (String)
        Class.forName("com.alibaba.fastjson2.JSON", true, hooked.getClassLoader())
            .getMethod("toJSONString", Object.class)
            .invoke(null, canary);
  }

  /** Which of these methods a writer has itself depends on the version; each has some. */
  private static void writer(ClassEditor editor) {
    int places = 0;
    places += editor.filterArgument(takes("writeString", "Ljava/lang/String;"), 0, hook(".text"));
    places += editor.filterArgument(takes("writeStringLatin1", "[B"), 0, hook(".latin1"));
    places += editor.filterArgument(takes("writeStringUTF16", "[B"), 0, hook(".utf16"));
    places +=
        editor.filterArgument(takes("writeString", "[Ljava/lang/String;"), 0, hook(".strings"));
    places += editor.filterArgument(takes("writeString", "Ljava/util/List;"), 0, hook(".list"));
    places += editor.filterArgument(takes("writeString", "[C"), 0, hook(".characters"));
    places += editor.filterArgument(takes("writeString", "[CII"), 0, hook(".characters"));
    places += editor.filterArgument(takes("writeString", "[CIIZ"), 0, hook(".characters"));
    places +=
        editor.filterArgument(
            takes("writeRaw", "Ljava/lang/String;"), 0, LIBRARY + WriterHooks.RAW_TEXT);
    editor.require("a method that writes strings", places);
    entries(editor);
  }

  private static void map(ClassEditor editor) {
    editor.require("entries of maps", entries(editor));
  }

  private static int entries(ClassEditor editor) {
    return editor.filterCallResult(
        m -> m.name.startsWith("write"), call -> call.name.equals("entrySet"), hook(".entries"));
  }

  private static void creator(ClassEditor editor) {
    editor.require(
        "createObjectWriter",
        editor.filterReturn(
            m ->
                m.name.equals("createObjectWriter")
                    && m.desc.endsWith(")Lcom/alibaba/fastjson2/writer/ObjectWriter;"),
            hook(".created")));
  }

  private static void adapter(ClassEditor editor) {
    new WriterRewrite(editor, LIBRARY)
        .argument("setValueFilter", FILTER, 0, ".filter", m -> WriterRewrite.load(0));
  }

  private static String hook(String name) {
    return LIBRARY + name;
  }

  private static Predicate<MethodNode> takes(String name, String arguments) {
    return ClassEditor.method(name, "(" + arguments + ")V");
  }
}
