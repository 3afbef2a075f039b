package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Woven code asks for hooks that nothing has linked. */
class LinkerTest {

  private final List<String> links = new ArrayList<>();

  @Test
  void aHook_linksTheLibraryItIsNamedAfter_andNoOther() {
    Linker linker = linker(library("other-1", "other.text"), library("lib-x-1", "lib-x.text"));

    assertThat(linker.apply("lib-x.text")).isNotNull();
    assertThat(links).containsExactly("lib-x-1");
    assertThat(linker.linked()).extracting(Instrumentation::name).containsExactly("lib-x-1");
  }

  @Test
  void aHookOfAnotherName_isFound_andEachLibraryIsLinkedOnce() {
    Linker linker = linker(library("a-1", "a.text"), library("b-1", "shared.text"));

    assertThat(linker.apply("shared.text")).isSameAs(linker.apply("shared.text"));
    assertThat(linker.apply("a.text")).isNotNull();
    assertThat(links).containsExactly("a-1", "b-1");
  }

  @Test
  void aLibraryWhoseModulesAreMissing_doesNotKeepTheOthersFromBeingFound() {
    Instrumentation broken =
        new Library("a-1", "a.text") {
          @Override
          public void link(Links table, Masking masking, Viewers viewers) {
            throw new NoClassDefFoundError("java/sql/SQLException");
          }
        };
    Linker linker = linker(broken, library("b-1", "shared.text"));

    assertThat(linker.apply("shared.text")).isNotNull();
  }

  @Test
  void aHookOfAnotherVersion_isAnError_withTheRemedy() {
    Linker linker = linker(library("a-1", "a.text"));

    assertThatThrownBy(() -> linker.apply("a.later"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a.later")
        .hasMessageContaining("bauta-agent.jar");
  }

  @Test
  void whileTheRulesAreWrong_everyValueIsHidden() {
    ClosedMasking closed = new ClosedMasking();

    assertThat(closed.text(Sink.LOG, null, "harmless")).isEqualTo(Masking.MASKED);
    assertThat(closed.printed(Sink.LOG, null, 4711)).isEqualTo(Masking.MASKED);
    assertThat(closed.column("t", "id").hide("harmless")).isEqualTo(Masking.MASKED);
    assertThat(closed.column("t", "id").hide(4711)).isNull();
    assertThat(closed.column("t", "id").numeric()).isTrue();
    assertThat(closed.key(Sink.JSON, "id").revealed()).isFalse();
    assertThat(closed.text(Sink.LOG, null, null)).isNull();
  }

  private Linker linker(Instrumentation... instrumentations) {
    OpenMasking masking = new OpenMasking();
    List<Instrumentation> used = List.of(instrumentations);
    return new Linker(
        new LinkTable(masking), masking, new ViewerContext(() -> true), used, new Wake());
  }

  private Library library(String name, String hook) {
    return new Library(name, hook);
  }

  private class Library implements Instrumentation {

    private final String name;
    private final String hook;

    Library(String name, String hook) {
      this.name = name;
      this.hook = hook;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Sink sink() {
      return Sink.LOG;
    }

    @Override
    public List<ClassHook> hooks() {
      return List.of();
    }

    @Override
    public void link(Links table, Masking masking, Viewers viewers) {
      links.add(name);
      UnaryOperator<Object> same = value -> value;
      table.filter(hook, same, Links::masked);
    }
  }
}
