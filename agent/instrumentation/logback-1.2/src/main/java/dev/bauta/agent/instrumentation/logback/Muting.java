package dev.bauta.agent.instrumentation.logback;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;

/**
 * While appenders run on the thread that logs, nobody is looking: an encoder that writes arguments
 * as JSON must not take them for an answer to this thread's principal.
 */
final class Muting implements ClassHook.Rewrite {

  static final String LOGGER = "ch/qos/logback/classic/Logger";
  static final String PLACE = "logback.place";
  static final String NOBODY = "logback.nobody";

  /** What hands an event to the appenders. */
  static final String METHOD = "callAppenders";

  @Override
  public void apply(ClassEditor editor) {
    editor.require(METHOD, editor.bracket(ClassEditor.method(METHOD), -1, PLACE, NOBODY));
  }
}
