package dev.bauta.agent.instrumentation.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** All classes of a driver's jar, to be asked who declares and who reads what. */
record DriverClasses(Map<String, ClassNode> classes) {

  static DriverClasses of(Path jar) {
    Map<String, ClassNode> classes = new HashMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (var entry : Collections.list(file.entries())) {
        if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
          ClassNode node = new ClassNode();
          new ClassReader(file.getInputStream(entry)).accept(node, ClassReader.SKIP_DEBUG);
          classes.put(node.name, node);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DriverClasses(classes);
  }

  /** The classes of result sets that can be made. */
  Set<String> resultSets() {
    return made(ReaderRewrite.RESULT_SET);
  }

  /** The classes of callable statements that can be made. */
  Set<String> callableStatements() {
    return made("java/sql/CallableStatement");
  }

  /** The classes of prepared statements that can be made. */
  Set<String> preparedStatements() {
    return made("java/sql/PreparedStatement");
  }

  /** The classes that declare a public method of this name with a parameter and an object. */
  List<String> allDeclaring(String statement, String setter) {
    List<String> found = new ArrayList<>();
    for (String type : superclasses(statement)) {
      for (MethodNode method : classes.get(type).methods) {
        if (method.name.equals(setter)
            && method.desc.matches("\\((I|Ljava/lang/String;)[L\\[].*")
            && (method.access & Opcodes.ACC_PUBLIC) != 0
            && (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_BRIDGE)) == 0
            && method.instructions.size() > 0) {
          found.add(type);
        }
      }
    }
    return found;
  }

  private Set<String> made(String type) {
    Set<String> found = new TreeSet<>();
    for (ClassNode node : classes.values()) {
      int none = Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
      if ((node.access & none) == 0 && is(node.name, type, new HashSet<>())) {
        found.add(node.name);
      }
    }
    return found;
  }

  List<String> superclasses(String name) {
    List<String> found = new ArrayList<>();
    for (ClassNode node = classes.get(name); node != null; node = classes.get(node.superName)) {
      found.add(node.name);
    }
    return found;
  }

  /** The class whose method a call of this point ends in, or null for one outside the jar. */
  String declaring(String resultSet, String point) {
    String name = point.replaceAll("\\(.*", "");
    String argument =
        point.endsWith("(int)") ? "(I" : point.endsWith(")") ? "(Ljava/lang/String;" : "(";
    for (String type : superclasses(resultSet)) {
      for (MethodNode method : classes.get(type).methods) {
        if (method.name.equals(name)
            && method.desc.startsWith(argument)
            && (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_BRIDGE)) == 0
            && method.instructions.size() > 0) {
          return type;
        }
      }
    }
    return null;
  }

  /** The classes with a method that calls a getter of a result set. */
  Set<String> readers() {
    Set<String> found = new TreeSet<>();
    for (ClassNode node : classes.values()) {
      for (MethodNode method : node.methods) {
        if (reads(method)) {
          found.add(node.name);
        }
      }
    }
    return found;
  }

  private boolean reads(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call
          && ResultSetRewrite.GETTERS.contains(call.name)
          && (call.owner.equals(ReaderRewrite.RESULT_SET) || isHooked(call.owner))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHooked(String name) {
    return Drivers.ALL.stream().anyMatch(driver -> driver.resultSetNames().contains(name));
  }

  private boolean is(String name, String wanted, Set<String> seen) {
    if (name == null || !seen.add(name)) {
      return false;
    }
    if (name.equals(wanted)) {
      return true;
    }
    ClassNode node = classes.get(name);
    if (node == null) {
      return false;
    }
    for (String type : node.interfaces) {
      if (is(type, wanted, seen)) {
        return true;
      }
    }
    return is(node.superName, wanted, seen);
  }
}
