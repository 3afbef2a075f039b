package dev.bauta.agent.instrumentation.slf4jsimple;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import dev.bauta.agent.api.log.PrintedLog;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * slf4j-simple. Version 1 formats before the method that prints; version 2 inside, so there the
 * formatted message is taken where the formatter returns it.
 */
public final class Slf4jSimpleInstrumentation implements Instrumentation, ClassHook.Rewrite {

  private static final String MESSAGE = "slf4j-simple.message";
  private static final String THROWN = "slf4j-simple.thrown";

  private static final String ONE = "org/slf4j/impl/SimpleLogger";
  private static final String TWO = "org/slf4j/simple/SimpleLogger";
  private static final String PRINTS_IN_ONE = "log";
  private static final String PRINTS_IN_TWO = "innerHandleNormalizedLoggingCall";
  private static final String LOG = "(ILjava/lang/String;Ljava/lang/Throwable;)V";
  private static final String FORMATS = "basicArrayFormat";

  @Override
  public String name() {
    return "slf4j-simple-1.7";
  }

  @Override
  public Sink sink() {
    return Sink.LOG;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(
        ClassHook.named(ONE, this).readingOnly(CodeFilter.methods(PRINTS_IN_ONE)),
        ClassHook.named(TWO, this).readingOnly(CodeFilter.methods(PRINTS_IN_TWO)));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    PrintedLog log = new PrintedLog(masking);
    log.linkMessage(links, MESSAGE);
    log.linkThrown(links, THROWN);
  }

  @Override
  public void apply(ClassEditor editor) {
    String owner = editor.node().name;
    if (owner.equals(ONE)) {
      var log = ClassEditor.method(PRINTS_IN_ONE, LOG);
      editor.require(
          PRINTS_IN_ONE, editor.filterArgument(log, 1, MESSAGE, () -> loggerName(owner)));
      editor.filterArgument(log, 2, THROWN, () -> loggerName(owner));
      return;
    }
    editor.require(FORMATS, formatted(editor));
    editor.require(
        PRINTS_IN_TWO,
        editor.filterArgument(
            ClassEditor.method(PRINTS_IN_TWO), 4, THROWN, () -> loggerName(owner)));
  }

  private static int formatted(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!method.name.equals(PRINTS_IN_TWO)) {
        continue;
      }
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call && call.name.equals(FORMATS)) {
          method.instructions.insert(
              call,
              editor.filter(
                  MESSAGE, loggerName(editor.node().name), Type.getReturnType(call.desc)));
          places++;
        }
      }
    }
    return editor.edited(places);
  }

  private static InsnList loggerName(String owner) {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(
        new MethodInsnNode(Opcodes.INVOKEVIRTUAL, owner, "getName", "()Ljava/lang/String;", false));
    return code;
  }
}
