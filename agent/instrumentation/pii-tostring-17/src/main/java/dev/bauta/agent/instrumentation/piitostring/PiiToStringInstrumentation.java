package dev.bauta.agent.instrumentation.piitostring;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Masks members that are annotated or named by a rule in {@code toString()}: in records by the
 * handles their generated method is made of, in other classes by following the values through the
 * method's code.
 */
public final class PiiToStringInstrumentation implements Instrumentation {

  private final Builders builders = new Builders();

  /** Set before the first class is rewritten. */
  private volatile Masking rules;

  @Override
  public String name() {
    return "pii-tostring-17";
  }

  /** Texts of objects are made for logs, and what goes into logs is never shown raw to anybody. */
  @Override
  public Sink sink() {
    return Sink.LOG;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(
        ClassHook.mentioning(PiiAnnotations.NAME, this::rewriteMarked),
        ClassHook.ruled(this::rewriteRuled));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    rules = masking;
    new PrintHooks(masking).link(links);
  }

  @Override
  public boolean alsoRewrites(String className) {
    return builders.mayBe(className);
  }

  private void rewriteMarked(ClassEditor editor) {
    if (PiiAnnotations.isMarked(editor.node())) {
      rewrite(editor, PiiMembers.of(editor.node(), rules));
    }
  }

  /** A class that is marked and named by a rule is rewritten once, as both. */
  private void rewriteRuled(ClassEditor editor) {
    ClassNode node = editor.node();
    if (!PiiAnnotations.isMarked(node)) {
      boolean builder = builders.isOne(node) && !rules.namesClass(node.name);
      rewrite(
          editor,
          builder
              ? PiiMembers.ofBuilder(node, builders.tags(node.name))
              : PiiMembers.of(node, rules));
    }
  }

  private void rewrite(ClassEditor editor, PiiMembers members) {
    if (members.isEmpty()) {
      return;
    }
    builders.learn(editor.node(), members);
    if (rules.tracks()) {
      new SeenMembers(editor, members).note();
    }
    for (MethodNode method : editor.node().methods) {
      if (method.name.equals("toString")
          && method.desc.equals("()Ljava/lang/String;")
          && method.instructions.size() > 0
          && (method.access & Opcodes.ACC_STATIC) == 0) {
        editor.edited(GeneratedToString.mask(method, members));
        new WrittenToString(editor, method, members).mask();
      }
    }
  }
}
