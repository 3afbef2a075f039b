package dev.bauta.agent.instrumentation.servlet;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;

/**
 * Brackets the method that the container calls; it casts, and calls the one of the same name for
 * HTTP, which servlets override.
 */
final class Rewrites implements ClassHook.Rewrite {

  static final String JAKARTA = "jakarta/servlet/http/HttpServlet";
  static final String JAVAX = "javax/servlet/http/HttpServlet";

  private static final String JAKARTA_SERVICE =
      "(Ljakarta/servlet/ServletRequest;Ljakarta/servlet/ServletResponse;)V";
  private static final String JAVAX_SERVICE =
      "(Ljavax/servlet/ServletRequest;Ljavax/servlet/ServletResponse;)V";

  @Override
  public void apply(ClassEditor editor) {
    String descriptor = editor.node().name.equals(JAVAX) ? JAVAX_SERVICE : JAKARTA_SERVICE;
    editor.require(
        "service(ServletRequest, ServletResponse)",
        editor.bracket(
            ClassEditor.method("service", descriptor),
            0,
            ServletInstrumentation.PLACE,
            ServletInstrumentation.ENTER));
  }
}
