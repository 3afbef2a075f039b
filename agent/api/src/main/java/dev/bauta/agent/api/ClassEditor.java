package dev.bauta.agent.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * One class being rewritten. The edits here add no member and no branch, so they are legal when a
 * loaded class is retransformed and need no stack map frames computed (which would load classes).
 *
 * <p>Every edit returns how many places it changed. {@link #require} turns "none" into a missing
 * hook point, and the sink then reports itself unprotected. Used by one thread.
 */
public final class ClassEditor {

  private static final String UNARY = "java/util/function/UnaryOperator";
  private static final String BI = "java/util/function/BiFunction";
  private static final String CONSUMER = "java/util/function/Consumer";

  private final ClassNode node;
  private final List<String> missing = new ArrayList<>();
  private int edits;

  /** Starts on a class that was just read. */
  public ClassEditor(ClassNode node) {
    this.node = node;
  }

  /** The class; a rewrite may change its methods' code directly and then calls {@link #edited}. */
  public ClassNode node() {
    return node;
  }

  /** How many places were changed so far. */
  public int edits() {
    return edits;
  }

  /** The hook points that were expected and not found; empty when the class has a known shape. */
  public List<String> missing() {
    return missing;
  }

  /** Counts places that a rewrite changed by itself. */
  public int edited(int places) {
    edits += places;
    return places;
  }

  /** Notes a missing hook point where an edit found no place. */
  public void require(String point, int places) {
    if (places == 0) {
      missing.add(node.name + ": " + point);
    }
  }

  /** Methods by name, whatever their descriptor. */
  public static Predicate<MethodNode> method(String name) {
    return m -> m.name.equals(name);
  }

  /** The method of this name and descriptor. */
  public static Predicate<MethodNode> method(String name, String descriptor) {
    return m -> m.name.equals(name) && m.desc.equals(descriptor);
  }

  /** Passes every value stored into a field of this class through a filter. */
  public int filterPutField(Predicate<MethodNode> in, String field, String hook) {
    return editInstructions(
        in,
        (method, instruction) -> {
          if (instruction.getOpcode() != Opcodes.PUTFIELD) {
            return false;
          }
          FieldInsnNode put = (FieldInsnNode) instruction;
          if (!put.name.equals(field) || !put.owner.equals(node.name)) {
            return false;
          }
          method.instructions.insertBefore(put, filter(hook, Type.getType(put.desc)));
          return true;
        });
  }

  /** Passes what a method returns (an object) through a filter. */
  public int filterReturn(Predicate<MethodNode> in, String hook) {
    return editInstructions(
        in,
        (method, instruction) -> {
          if (instruction.getOpcode() != Opcodes.ARETURN) {
            return false;
          }
          method.instructions.insertBefore(
              instruction, filter(hook, Type.getReturnType(method.desc)));
          return true;
        });
  }

  /** Passes the result of a call inside the methods (an object) through a filter. */
  public int filterCallResult(
      Predicate<MethodNode> in, Predicate<MethodInsnNode> call, String hook) {
    return editInstructions(
        in,
        (method, instruction) -> {
          if (!(instruction instanceof MethodInsnNode invoked) || !call.test(invoked)) {
            return false;
          }
          method.instructions.insert(invoked, filter(hook, Type.getReturnType(invoked.desc)));
          return true;
        });
  }

  /**
   * Passes an argument (an object) through a filter on entry.
   *
   * @param index 0 for the first declared parameter
   */
  public int filterArgument(Predicate<MethodNode> in, int index, String hook) {
    return editArgument(in, index, type -> filter(hook, type));
  }

  /**
   * As {@link #filterArgument(Predicate, int, String)}, with a context.
   *
   * @param context gives code that pushes it
   */
  public int filterArgument(
      Predicate<MethodNode> in, int index, String hook, Supplier<InsnList> context) {
    return editArgument(in, index, type -> filter(hook, context.get(), type));
  }

  private int editArgument(Predicate<MethodNode> in, int index, Function<Type, InsnList> filter) {
    int places = 0;
    for (MethodNode method : codeOf(in)) {
      int slot = slotOf(method, index);
      InsnList code = new InsnList();
      code.add(new VarInsnNode(Opcodes.ALOAD, slot));
      code.add(filter.apply(Type.getArgumentTypes(method.desc)[index]));
      code.add(new VarInsnNode(Opcodes.ASTORE, slot));
      method.instructions.insert(code);
      places++;
    }
    return edited(places);
  }

  /**
   * Brackets methods: something is put into a place of the thread on entry, and what was there
   * before is put back on every way out, thrown exceptions included. In Java:
   *
   * <pre>
   * Object[] place = (Object[]) PLACE.get();
   * Object before = place[0];
   * place[0] = ENTER.apply(argument);
   * try { ... } finally { place[0] = before; }
   * </pre>
   *
   * <p>Putting back calls nothing, so that it holds even where the stack is used up.
   *
   * @param index of the argument, or -1 for {@code this}
   * @param placeHook a supplier of the running thread's place, an array of one
   * @param enterHook a filter that makes of the argument what is put there
   */
  public int bracket(Predicate<MethodNode> in, int index, String placeHook, String enterHook) {
    return bracket(
        in,
        placeHook,
        method -> {
          InsnList code = new InsnList();
          code.add(new VarInsnNode(Opcodes.ALOAD, index < 0 ? 0 : slotOf(method, index)));
          code.add(filter(enterHook, Type.getType(Object.class)));
          return code;
        });
  }

  /**
   * As {@link #bracket(Predicate, int, String, String)}, with other code that makes what is put
   * into the place.
   *
   * @param entered leaves one object on the stack
   */
  public int bracket(
      Predicate<MethodNode> in, String placeHook, Function<MethodNode, InsnList> entered) {
    Bracket bracket = new Bracket(node, placeHook);
    int places = 0;
    for (MethodNode method : codeOf(in)) {
      bracket.put(method, entered.apply(method));
      places++;
    }
    return edited(places);
  }

  /**
   * Code that takes an object off the stack and puts what the filter made of it back, as the same
   * static type.
   */
  public InsnList filter(String hook, Type type) {
    InsnList code = new InsnList();
    LinkCode.push(code, node.version, hook, UNARY);
    code.add(new InsnNode(Opcodes.SWAP));
    apply(code, UNARY, "(Ljava/lang/Object;)Ljava/lang/Object;");
    cast(code, type);
    return code;
  }

  /**
   * Code that takes a value off the stack, calls a two-argument filter with the context that {@code
   * context} pushes, and leaves the result as the given type.
   */
  public InsnList filter(String hook, InsnList context, Type type) {
    InsnList code = new InsnList();
    LinkCode.push(code, node.version, hook, BI);
    code.add(new InsnNode(Opcodes.SWAP));
    code.add(context);
    code.add(new InsnNode(Opcodes.SWAP));
    apply(code, BI, "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
    cast(code, type);
    return code;
  }

  /** Code that pushes the function of a hook. */
  public InsnList pushHook(String hook, String type) {
    InsnList code = new InsnList();
    LinkCode.push(code, node.version, hook, type);
    return code;
  }

  /** Code that hands the object in a local variable to a consumer. */
  public InsnList consume(String hook, int slot) {
    InsnList code = new InsnList();
    LinkCode.push(code, node.version, hook, CONSUMER);
    code.add(new VarInsnNode(Opcodes.ALOAD, slot));
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKEINTERFACE, CONSUMER, "accept", "(Ljava/lang/Object;)V", true));
    return code;
  }

  /** The local variable of a declared parameter. */
  public static int slotOf(MethodNode method, int index) {
    int slot = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
    Type[] arguments = Type.getArgumentTypes(method.desc);
    for (int i = 0; i < index; i++) {
      slot += arguments[i].getSize();
    }
    return slot;
  }

  private List<MethodNode> codeOf(Predicate<MethodNode> in) {
    List<MethodNode> methods = new ArrayList<>();
    for (MethodNode method : node.methods) {
      if (method.instructions.size() > 0 && in.test(method)) {
        methods.add(method);
      }
    }
    return methods;
  }

  private interface InstructionEdit {
    boolean apply(MethodNode method, AbstractInsnNode instruction);
  }

  private int editInstructions(Predicate<MethodNode> in, InstructionEdit edit) {
    int places = 0;
    for (MethodNode method : codeOf(in)) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (edit.apply(method, instruction)) {
          places++;
        }
      }
    }
    return edited(places);
  }

  private static void apply(InsnList code, String owner, String descriptor) {
    code.add(new MethodInsnNode(Opcodes.INVOKEINTERFACE, owner, "apply", descriptor, true));
  }

  private static void cast(InsnList code, Type type) {
    if (!type.getInternalName().equals("java/lang/Object")) {
      code.add(new TypeInsnNode(Opcodes.CHECKCAST, type.getInternalName()));
    }
  }
}
