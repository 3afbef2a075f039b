package dev.bauta.agent.instrumentation.log4j1;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import java.util.function.Predicate;
import org.objectweb.asm.tree.MethodNode;

/** How Log4j's classes are changed: the stores of a few fields, and the ways around them. */
final class Rewrites implements ClassHook.Rewrite {

  static final String EVENT = "org/apache/log4j/spi/LoggingEvent";
  static final String THROWABLE = "org/apache/log4j/spi/ThrowableInformation";
  static final String CATEGORY = "org/apache/log4j/Category";

  @Override
  public void apply(ClassEditor editor) {
    switch (editor.node().name) {
      case EVENT -> event(editor);
      case THROWABLE -> store(editor, "rep");
      case CATEGORY ->
          editor.require(
              "callAppenders",
              editor.bracket(
                  ClassEditor.method("callAppenders"),
                  -1,
                  Log4j1Instrumentation.PLACE,
                  Log4j1Instrumentation.NOBODY));
      default -> throw new IllegalArgumentException(editor.node().name);
    }
  }

  private static void event(ClassEditor editor) {
    store(editor, "renderedMessage");
    store(editor, "ndc");
    store(editor, "mdcCopy");
    given(editor, "getMessage");
    given(editor, "getMDC"); // reads the thread's map while there is no copy
    given(editor, "getProperties");
  }

  private record Anywhere() implements Predicate<MethodNode> {
    @Override
    public boolean test(MethodNode method) {
      return true;
    }
  }

  private static void store(ClassEditor editor, String field) {
    editor.require(
        field, editor.filterPutField(new Anywhere(), field, Log4j1Instrumentation.VALUE));
  }

  private static void given(ClassEditor editor, String method) {
    editor.require(
        method, editor.filterReturn(ClassEditor.method(method), Log4j1Instrumentation.VALUE));
  }
}
