package dev.bauta.agent.instrumentation.viewer;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;

/** Brackets the three methods, each with its first argument. */
final class Rewrites implements ClassHook.Rewrite {

  @Override
  public void apply(ClassEditor editor) {
    bracket(editor, "call", ViewerInstrumentation.VIEWER);
    bracket(editor, "run", ViewerInstrumentation.VIEWER);
    bracket(editor, "about", ViewerInstrumentation.ABOUT);
  }

  private static void bracket(ClassEditor editor, String name, String hook) {
    editor.require(
        name, editor.bracket(ClassEditor.method(name), 0, ViewerInstrumentation.PLACE, hook));
  }
}
