package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class of a driver's result sets: every getter is masked, by index and by label; what changes
 * rows is marked as the driver's own reading, because it finds the row again by its old values.
 */
final class ResultSetRewrite implements ClassHook.Rewrite {

  /** The getters of {@link java.sql.ResultSet} that both forms of must be there. */
  static final Set<String> GETTERS =
      Set.of(
          "getString",
          "getNString",
          "getObject",
          "getBytes",
          "getDate",
          "getTime",
          "getTimestamp",
          "getBigDecimal",
          "getURL",
          "getAsciiStream",
          "getUnicodeStream",
          "getBinaryStream",
          "getCharacterStream",
          "getNCharacterStream",
          "getClob",
          "getNClob",
          "getBlob",
          "getSQLXML",
          "getArray",
          "getRef",
          "getRowId",
          "getBoolean",
          "getByte",
          "getShort",
          "getInt",
          "getLong",
          "getFloat",
          "getDouble");

  /** Public in PostgreSQL's class and in no interface. */
  private static final Set<String> OWN_GETTERS = Set.of("getFixedString", "getObjectImpl");

  static final Set<String> ROW_CHANGES =
      Set.of(
          "insertRow",
          "updateRow",
          "deleteRow",
          "refreshRow",
          "moveToInsertRow",
          "moveToCurrentRow",
          "cancelRowUpdates",
          "getConcurrency");

  /** All of the above, and helpers that call a getter. */
  static final CodeFilter CODE =
      new CodeFilter(methods(), GETTERS, Set.of(ReaderRewrite.RESULT_SET));

  private final Set<String> points;

  /**
   * @param points what the class must declare, as in {@link ResultSetClass#ALL}
   */
  ResultSetRewrite(Set<String> points) {
    this.points = points;
  }

  private static Set<String> methods() {
    Set<String> names = new HashSet<>(GETTERS);
    names.addAll(OWN_GETTERS);
    names.addAll(ROW_CHANGES);
    names.addAll(SetterRewrite.updates());
    names.addAll(SetterRewrite.setters());
    return names;
  }

  @Override
  public void apply(ClassEditor editor) {
    SetterRewrite.apply(editor, SetterRewrite.updates());
    SetterRewrite.apply(editor, SetterRewrite.setters()); // of callable statements
    Brackets brackets = new Brackets(editor);
    for (String getter : GETTERS) {
      require(
          editor, getter.concat(ResultSetClass.BY_INDEX), getters(editor, brackets, getter, "(I"));
      require(
          editor,
          getter.concat(ResultSetClass.BY_LABEL),
          getters(editor, brackets, getter, "(Ljava/lang/String;"));
    }
    for (String getter : OWN_GETTERS) {
      getters(editor, brackets, getter, "(I");
      getters(editor, brackets, getter, "(Ljava/lang/String;");
    }
    for (String change : ROW_CHANGES) {
      int found = 0;
      for (MethodNode method : editor.node().methods) {
        if (isCode(method) && method.name.equals(change)) {
          brackets.inside(method);
          found++;
        }
      }
      require(editor, change, found);
    }
    for (MethodNode method : editor.node().methods) {
      if (isHelper(method)) {
        brackets.inside(method);
      }
    }
  }

  private void require(ClassEditor editor, String point, int found) {
    if (points.contains(point)) {
      editor.require(point, found);
    }
  }

  private static int getters(
      ClassEditor editor, Brackets brackets, String name, String firstArgument) {
    int found = 0;
    for (MethodNode method : editor.node().methods) {
      if (isCode(method)
          && (method.access & Opcodes.ACC_PUBLIC) != 0
          && method.name.equals(name)
          && method.desc.startsWith(firstArgument)) {
        brackets.getter(method);
        found++;
      }
    }
    return found;
  }

  /** A method behind the row changes that looks up keys through another result set. */
  private static boolean isHelper(MethodNode method) {
    return isCode(method)
        && !GETTERS.contains(method.name)
        && !OWN_GETTERS.contains(method.name)
        && !ROW_CHANGES.contains(method.name)
        && ReaderRewrite.reads(method, ReaderRewrite.RESULT_SET);
  }

  private static boolean isCode(MethodNode method) {
    int none = Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE;
    return (method.access & none) == 0
        && method.instructions.size() > 0
        && !method.name.startsWith("<");
  }
}
