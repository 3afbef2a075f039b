package dev.bauta.agent.instrumentation.javalogging;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;

/** How the JDK's logging classes are changed: records and texts pass a filter, without a branch. */
final class Rewrites implements ClassHook.Rewrite {

  static final String LOGGER = "java/util/logging/Logger";
  static final String FORMATTER = "java/util/logging/Formatter";
  static final String SIMPLE_FORMATTER = "java/util/logging/SimpleFormatter";
  static final String XML_FORMATTER = "java/util/logging/XMLFormatter";

  private static final String LOG = "(Ljava/util/logging/LogRecord;)V";
  private static final String FORMAT = "(Ljava/util/logging/LogRecord;)Ljava/lang/String;";

  @Override
  public void apply(ClassEditor editor) {
    switch (editor.node().name) {
      case LOGGER -> record(editor, "log", LOG, JavaLoggingInstrumentation.RECORD);
      case FORMATTER -> formatMessage(editor);
      // Both format the text through formatMessage; this is for what they take besides.
      case SIMPLE_FORMATTER -> record(editor, "format", FORMAT, JavaLoggingInstrumentation.THROWN);
      case XML_FORMATTER -> record(editor, "format", FORMAT, JavaLoggingInstrumentation.RECORD);
      default -> throw new IllegalArgumentException(editor.node().name);
    }
  }

  private static void record(ClassEditor editor, String name, String descriptor, String hook) {
    editor.require(name, editor.filterArgument(ClassEditor.method(name, descriptor), 0, hook));
  }

  private static void formatMessage(ClassEditor editor) {
    editor.require(
        "formatMessage",
        editor.filterReturn(
            ClassEditor.method("formatMessage", FORMAT), JavaLoggingInstrumentation.TEXT));
  }
}
