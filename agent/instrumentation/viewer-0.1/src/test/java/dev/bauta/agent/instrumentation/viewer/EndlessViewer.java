package dev.bauta.agent.instrumentation.viewer;

import dev.bauta.annotations.Viewer;
import java.util.function.Supplier;

/** An application that names its viewer again and again, until the stack is used up. */
final class EndlessViewer implements Supplier<String> {

  @Override
  public String get() {
    try {
      again();
      return "came back";
    } catch (StackOverflowError e) {
      return "overflow";
    }
  }

  private void again() {
    Viewer.run("grace", this::again);
  }
}
