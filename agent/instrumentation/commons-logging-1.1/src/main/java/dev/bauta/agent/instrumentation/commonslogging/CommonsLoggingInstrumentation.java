package dev.bauta.agent.instrumentation.commonslogging;

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
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The logger that commons-logging brings along. With any other it hands over to that one, whose
 * instrumentation masks.
 */
public final class CommonsLoggingInstrumentation implements Instrumentation, ClassHook.Rewrite {

  private static final String MESSAGE = "commons-logging.message";
  private static final String THROWN = "commons-logging.thrown";

  private static final String SIMPLE_LOG = "org/apache/commons/logging/impl/SimpleLog";
  private static final String NO_OP = "org/apache/commons/logging/impl/NoOpLog";
  private static final String PRINTS = "log";
  private static final String LOG = "(ILjava/lang/Object;Ljava/lang/Throwable;)V";

  @Override
  public String name() {
    return "commons-logging-1.1";
  }

  @Override
  public Sink sink() {
    return Sink.LOG;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(ClassHook.named(SIMPLE_LOG, this).readingOnly(CodeFilter.methods(PRINTS)));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    PrintedLog log = new PrintedLog(masking);
    log.linkMessage(links, MESSAGE);
    log.linkThrown(links, THROWN);
  }

  @Override
  public void apply(ClassEditor editor) {
    if (NO_OP.equals(editor.node().superName)) {
      return; // Spring's class of this name prints nothing
    }
    var log = ClassEditor.method(PRINTS, LOG);
    editor.require(
        PRINTS, editor.filterArgument(log, 1, MESSAGE, CommonsLoggingInstrumentation::loggerName));
    editor.filterArgument(log, 2, THROWN, CommonsLoggingInstrumentation::loggerName);
  }

  private static InsnList loggerName() {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(new FieldInsnNode(Opcodes.GETFIELD, SIMPLE_LOG, "logName", "Ljava/lang/String;"));
    return code;
  }
}
