package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanaryTest {

  private final Library library = new Library();
  private final SinkModes modes = new SinkModes(Modes.all(Mode.MASK));
  private final SinkStatus status =
      new SinkStatus(List.of(library), modes, new Demand(false, modes), new Wake());

  @Test
  void canaryThatCannotBeSent_isUnprotected() {
    loaded();
    assertThat(status.tries(library)).isTrue();
    Canary.send(library, CanaryTest.class, status, modes);

    assertThat(state()).isEqualTo(SinkStatus.State.UNPROTECTED);
  }

  @Test
  void applicationUndeployedBeforeItsCanary_saysNothing_andTheNextIsTried() throws Exception {
    loaded();
    assertThat(status.tries(library)).isTrue();
    Canary.send(library, ofAClosedLoader(), status, modes);
    assertThat(state()).isEqualTo(SinkStatus.State.HOOKED);
    assertThat(status.tries(library)).isFalse();

    loaded();
    assertThat(status.tries(library)).isTrue();
    loaded();
    assertThat(status.tries(library)).isFalse();
  }

  private void loaded() {
    status.rewritten("x/Y", List.of(new HookIndex.Entry(library, library.hook)), List.of());
  }

  private SinkStatus.State state() {
    return status.lines().get(0).state();
  }

  /** A class whose loader does not find its file any more. */
  private static Class<?> ofAClosedLoader() throws Exception {
    byte[] file;
    try (var in = CanaryTest.class.getResourceAsStream("CanaryTest$Probe.class")) {
      file = in.readAllBytes();
    }
    return new Closed().define(file);
  }

  private static final class Closed extends ClassLoader {
    Class<?> define(byte[] file) {
      return defineClass(null, file, 0, file.length);
    }

    @Override
    public URL getResource(String name) {
      return null;
    }
  }

  static final class Probe {}

  private static final class Library implements Instrumentation {
    private final ClassHook hook = ClassHook.named("x/Y", editor -> {});

    @Override
    public String name() {
      return "library-1";
    }

    @Override
    public Sink sink() {
      return Sink.LOG;
    }

    @Override
    public List<ClassHook> hooks() {
      return List.of(hook);
    }

    @Override
    public void link(Links links, Masking masking, Viewers viewers) {}

    @Override
    public String showCanary(Class<?> hooked, String canary) {
      throw new NoClassDefFoundError("x/Z");
    }
  }
}
