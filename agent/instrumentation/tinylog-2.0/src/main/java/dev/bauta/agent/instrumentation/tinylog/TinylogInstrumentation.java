package dev.bauta.agent.instrumentation.tinylog;

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
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * tinylog 2. An entry never changes, so what it holds is masked as it is made: before any writer,
 * in whatever thread, sees it.
 */
public final class TinylogInstrumentation implements Instrumentation, ClassHook.Rewrite {

  private static final String MESSAGE = "tinylog.message";
  private static final String THROWN = "tinylog.thrown";
  private static final String CONTEXT = "tinylog.context";

  private static final String ENTRY = "org/tinylog/core/LogEntry";
  private static final String CONSTRUCTOR = "<init>";

  // Its arguments: time, thread, context, class, method, file, line, tag, level, message,
  // exception.
  private static final int OF_CONTEXT = 2;
  private static final int OF_CLASS = 3;
  private static final int OF_MESSAGE = 9;
  private static final int OF_EXCEPTION = 10;
  private static final String MAKES =
      "(Lorg/tinylog/runtime/Timestamp;Ljava/lang/Thread;Ljava/util/Map;Ljava/lang/String;"
          + "Ljava/lang/String;Ljava/lang/String;ILjava/lang/String;Lorg/tinylog/Level;"
          + "Ljava/lang/String;Ljava/lang/Throwable;)V";

  @Override
  public String name() {
    return "tinylog-2.0";
  }

  @Override
  public Sink sink() {
    return Sink.LOG;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(ClassHook.named(ENTRY, this).readingOnly(CodeFilter.methods(CONSTRUCTOR)));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    PrintedLog log = new PrintedLog(masking);
    log.linkMessage(links, MESSAGE);
    log.linkThrown(links, THROWN);
    log.linkContext(links, CONTEXT);
  }

  @Override
  public void apply(ClassEditor editor) {
    editor.require(CONSTRUCTOR, filter(editor, OF_MESSAGE, MESSAGE));
    filter(editor, OF_EXCEPTION, THROWN);
    filter(editor, OF_CONTEXT, CONTEXT);
  }

  /** tinylog's loggers are the classes that log. */
  private static int filter(ClassEditor editor, int argument, String hook) {
    return editor.filterArgument(
        ClassEditor.method(CONSTRUCTOR, MAKES),
        argument,
        hook,
        () -> {
          InsnList code = new InsnList();
          code.add(new VarInsnNode(Opcodes.ALOAD, OF_CLASS + 1)); // behind this
          return code;
        });
  }
}
