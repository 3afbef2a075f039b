package dev.bauta.agent.api;

import java.util.BitSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Finds the methods that filters ask for, in the bytes of a class file (JVMS 4.1, 4.6 and 4.7.3).
 * Code is not decoded: three bytes that could be the use of a member count as one, so now and then
 * a method too many is found, and never one too few.
 */
final class MethodScan {

  private static final int FIELD_REF = 9;
  private static final int INTERFACE_METHOD_REF = 11;

  private final ClassReader reader;
  private final char[] buffer;
  private final boolean[] wanted;
  private final int methods;

  MethodScan(ClassReader reader) {
    this.reader = reader;
    this.buffer = new char[reader.getMaxStringLength()];
    int fields = reader.header + 8 + 2 * reader.readUnsignedShort(reader.header + 6);
    int at = fields + 2;
    for (int i = reader.readUnsignedShort(fields); i > 0; i--) {
      at = behindMember(at);
    }
    this.methods = at;
    this.wanted = new boolean[reader.readUnsignedShort(at)];
  }

  /** For each method in the order of the class file, whether a filter asked for it. */
  boolean[] wanted() {
    return wanted;
  }

  void add(CodeFilter filter) {
    BitSet used = filter.users().isEmpty() ? null : references(filter);
    int at = methods + 2;
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] =
          wanted[i]
              || filter.methods().contains(reader.readUTF8(at + 2, buffer))
              || (used != null && !used.isEmpty() && uses(at, used));
      at = behindMember(at);
    }
  }

  /** The constants that stand for one of the fields and methods whose users are asked for. */
  private BitSet references(CodeFilter filter) {
    BitSet found = new BitSet();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      int tag = item == 0 ? 0 : reader.readByte(item - 1);
      if (tag >= FIELD_REF && tag <= INTERFACE_METHOD_REF) {
        int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
        if (filter.users().contains(reader.readUTF8(nameAndType, buffer))
            && (filter.owners().isEmpty()
                || filter.owners().contains(reader.readClass(item, buffer)))) {
          found.set(i);
        }
      }
    }
    return found;
  }

  private boolean uses(int method, BitSet used) {
    int at = method + 8;
    for (int i = reader.readUnsignedShort(method + 6); i > 0; i--) {
      if ("Code".equals(reader.readUTF8(at, buffer))) {
        int code = at + 14;
        return uses(code, code + reader.readInt(at + 10) - 2, used);
      }
      at = behindAttribute(at);
    }
    return false;
  }

  private boolean uses(int from, int to, BitSet used) {
    for (int i = from; i < to; i++) {
      int opcode = reader.readByte(i);
      if (opcode >= Opcodes.GETSTATIC
          && opcode <= Opcodes.INVOKEINTERFACE
          && used.get(reader.readUnsignedShort(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private int behindMember(int member) {
    int at = member + 8;
    for (int i = reader.readUnsignedShort(member + 6); i > 0; i--) {
      at = behindAttribute(at);
    }
    return at;
  }

  private int behindAttribute(int attribute) {
    return attribute + 6 + reader.readInt(attribute + 2);
  }
}
