package dev.bauta.agent.instrumentation.console;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What is printed to {@code System.out} and {@code System.err}. Every text that a {@code
 * PrintStream} prints ends in one of four private methods; bytes that are written to it are not
 * looked at.
 */
public final class ConsoleInstrumentation implements Instrumentation, ClassHook.Rewrite {

  /** Takes (stream, text). */
  private static final String TEXT = "console.text";

  /** Takes (stream, characters). */
  private static final String CHARACTERS = "console.characters";

  private static final String PRINT_STREAM = "java/io/PrintStream";
  private static final String WRITE = "write";
  private static final String WRITE_LINE = "writeln";
  private static final String OF_TEXT = "(Ljava/lang/String;)V";
  private static final String OF_CHARACTERS = "([C)V";

  @Override
  public String name() {
    return "console-17";
  }

  @Override
  public Sink sink() {
    return Sink.LOG;
  }

  @Override
  public boolean isOptional() {
    return true;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(
        ClassHook.named(PRINT_STREAM, this).readingOnly(CodeFilter.methods(WRITE, WRITE_LINE)));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    Printed printed = new Printed(masking);
    links.filter(TEXT, printed.new Text(), Links::masked);
    links.filter(CHARACTERS, printed.new Characters(), value -> Masking.MASKED.toCharArray());
  }

  @Override
  public String showCanary(Class<?> hooked, String canary) {
    return Printed.show(canary);
  }

  @Override
  public void apply(ClassEditor editor) {
    filter(editor, WRITE, OF_TEXT, TEXT);
    filter(editor, WRITE_LINE, OF_TEXT, TEXT);
    filter(editor, WRITE, OF_CHARACTERS, CHARACTERS);
    filter(editor, WRITE_LINE, OF_CHARACTERS, CHARACTERS);
  }

  private static void filter(ClassEditor editor, String name, String descriptor, String hook) {
    editor.require(
        name + descriptor,
        editor.filterArgument(
            ClassEditor.method(name, descriptor), 0, hook, ConsoleInstrumentation::stream));
  }

  private static InsnList stream() {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    return code;
  }
}
