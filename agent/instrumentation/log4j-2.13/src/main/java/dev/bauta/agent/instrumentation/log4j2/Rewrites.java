package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** How Log4j's classes are changed. What is printed of a throwable: {@link ThrowableRewrite}. */
final class Rewrites implements ClassHook.Rewrite {

  private static final String STRING = "Ljava/lang/String;";
  private static final String LEVEL_AND_MARKER =
      "Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;";
  private static final String MESSAGE = "Lorg/apache/logging/log4j/message/Message;";
  private static final String THROWABLE = "Ljava/lang/Throwable;";
  private static final String THROWN = THROWABLE + ")V";

  private static final String LOG =
      "(" + LEVEL_AND_MARKER + STRING + "Ljava/lang/StackTraceElement;" + MESSAGE + THROWN;
  private static final int MARKER_OF_LOG = 1;
  private static final int MESSAGE_OF_LOG = 4;
  private static final String LOG_MESSAGE = "(" + STRING + LEVEL_AND_MARKER + MESSAGE + THROWN;
  private static final int MARKER_OF_LOG_MESSAGE = 2;
  private static final int MESSAGE_OF_LOG_MESSAGE = 3;

  @Override
  public void apply(ClassEditor editor) {
    switch (editor.node().name) {
      case HookedClasses.LOGGER -> logger(editor);
      case HookedClasses.ASYNC_LOGGER -> {
        logger(editor);
        stacks(editor, 2);
      }
      case HookedClasses.DEFAULT_CONTEXT,
          HookedClasses.GARBAGE_FREE_CONTEXT,
          HookedClasses.COPIED_CONTEXT ->
          editor.require(
              "injectContextData",
              editor.filterReturn(
                  ClassEditor.method("injectContextData"), Log4j2Instrumentation.CONTEXT));
      case HookedClasses.CONTEXT_LOOKUP -> lookup(editor);
      case HookedClasses.EVENT, HookedClasses.EVENT_BUILDER, HookedClasses.EVENT_FACTORY ->
          stacks(editor, 1);
      case HookedClasses.TEMPLATE_PARAMETERS -> {
        beforeCall(editor, "java/lang/String", "valueOf");
        beforeCall(editor, "util/JsonWriter", "writeValue");
      }
      case HookedClasses.THROWABLE_CONVERTER -> {
        if (has(editor, "formatOption")) { // since 2.25 other classes do it
          ThrowableRewrite.apply(editor);
        }
      }
      default -> ThrowableRewrite.apply(editor);
    }
  }

  /** The filters first, so that they stand inside the bracket: what formats is unseen, too. */
  private static void logger(ClassEditor editor) {
    marker(editor, "log", LOG, MARKER_OF_LOG);
    message(editor, "log", LOG, MESSAGE_OF_LOG);
    marker(editor, "logMessage", LOG_MESSAGE, MARKER_OF_LOG_MESSAGE);
    message(editor, "logMessage", LOG_MESSAGE, MESSAGE_OF_LOG_MESSAGE);
  }

  private static void marker(ClassEditor editor, String name, String descriptor, int index) {
    editor.require(
        name + " of a marker",
        editor.filterArgument(
            ClassEditor.method(name, descriptor), index, Log4j2Instrumentation.MARKER));
  }

  private static void message(ClassEditor editor, String name, String descriptor, int index) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (method.name.equals(name) && method.desc.equals(descriptor)) {
        // The throwable as well: tracers take it from the arguments, further in.
        argument(editor, method, index + 1, Log4j2Instrumentation.THROWN, THROWABLE);
        argument(editor, method, index, Log4j2Instrumentation.MESSAGE, MESSAGE);
        places++;
      }
    }
    editor.require(name, editor.edited(places));
    editor.bracket(
        ClassEditor.method(name, descriptor),
        -1,
        Log4j2Instrumentation.PLACE,
        Log4j2Instrumentation.NOBODY);
  }

  /** Passes an argument through a filter that is told the logger's name. */
  private static void argument(
      ClassEditor editor, MethodNode method, int index, String hook, String type) {
    int slot = ClassEditor.slotOf(method, index);
    InsnList loggerName = new InsnList();
    loggerName.add(new VarInsnNode(Opcodes.ALOAD, 0));
    loggerName.add(
        new MethodInsnNode(
            Opcodes.INVOKEVIRTUAL, editor.node().name, "getName", "()Ljava/lang/String;", false));
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, slot));
    code.add(editor.filter(hook, loggerName, Type.getType(type)));
    code.add(new VarInsnNode(Opcodes.ASTORE, slot));
    method.instructions.insert(code);
  }

  /** The thread's context stack as it goes into an event. */
  private static void stacks(ClassEditor editor, int expected) {
    int places =
        editor.filterCallResult(
            method -> true,
            call ->
                call.owner.equals("org/apache/logging/log4j/ThreadContext")
                    && (call.name.equals("getImmutableStack") || call.name.equals("cloneStack")),
            Log4j2Instrumentation.STACK);
    editor.require("context stack", places >= expected ? places : 0);
  }

  /** {@code ${ctx:key}} without an event; with one, its context is masked already. */
  private static void lookup(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!method.name.equals("lookup")
          || !method.desc.equals("(Ljava/lang/String;)Ljava/lang/String;")) {
        continue;
      }
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction.getOpcode() == Opcodes.ARETURN) {
          InsnList key = new InsnList();
          key.add(new VarInsnNode(Opcodes.ALOAD, 1));
          method.instructions.insertBefore(
              instruction,
              editor.filter(
                  Log4j2Instrumentation.CONTEXT_VALUE, key, Type.getReturnType(method.desc)));
          places++;
        }
      }
    }
    editor.require("lookup", editor.edited(places));
  }

  /** An object that is the last argument of a call that prints it. */
  private static void beforeCall(ClassEditor editor, String owner, String name) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call
            && call.owner.endsWith(owner)
            && call.name.equals(name)
            && lastIsObject(call)) {
          method.instructions.insertBefore(
              call, editor.filter(Log4j2Instrumentation.VALUE, Type.getType(Object.class)));
          places++;
        }
      }
    }
    editor.require(name, editor.edited(places));
  }

  private static boolean has(ClassEditor editor, String name) {
    for (MethodNode method : editor.node().methods) {
      if (method.name.equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean lastIsObject(MethodInsnNode call) {
    Type[] arguments = Type.getArgumentTypes(call.desc);
    return arguments.length > 0
        && arguments[arguments.length - 1].getDescriptor().equals("Ljava/lang/Object;");
  }
}
