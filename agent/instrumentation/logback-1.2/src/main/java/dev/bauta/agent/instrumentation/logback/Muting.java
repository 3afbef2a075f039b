package dev.bauta.agent.instrumentation.logback;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Viewers;
import java.util.function.Consumer;

/**
 * While appenders run on the thread that logs, nobody is looking: an encoder that writes arguments
 * as JSON must not take them for an answer to this thread's principal.
 */
final class Muting implements ClassHook.Rewrite {

  static final String LOGGER = "ch/qos/logback/classic/Logger";
  static final String MUTE = "logback.mute";
  static final String UNMUTE = "logback.unmute";

  @Override
  public void apply(ClassEditor editor) {
    editor.require(
        "callAppenders", editor.bracket(ClassEditor.method("callAppenders"), -1, MUTE, UNMUTE));
  }

  /** Called on entry and on the way out. */
  record Switch(Viewers viewers, boolean mute) implements Consumer<Object> {
    @Override
    public void accept(Object ignored) {
      if (mute) {
        viewers.mute();
      } else {
        viewers.unmute();
      }
    }
  }
}
