package dev.bauta.cli;

import java.io.PrintWriter;

/** Writes JSON as it comes, indented; whoever calls it keeps the order right. */
final class JsonWriter {

  private final PrintWriter out;
  private int depth;
  private boolean first = true;
  private boolean named;

  JsonWriter(PrintWriter out) {
    this.out = out;
  }

  JsonWriter object() {
    return open('{');
  }

  JsonWriter endObject() {
    return close('}');
  }

  JsonWriter array() {
    return open('[');
  }

  JsonWriter endArray() {
    return close(']');
  }

  JsonWriter name(String name) {
    separate();
    string(name);
    out.print(": ");
    named = true;
    return this;
  }

  /** A text, or null. */
  JsonWriter value(String value) {
    separate();
    if (value == null) {
      out.print("null");
    } else {
      string(value);
    }
    return this;
  }

  JsonWriter value(long value) {
    separate();
    out.print(value);
    return this;
  }

  JsonWriter value(boolean value) {
    separate();
    out.print(value);
    return this;
  }

  /** A member that is left out where it is null. */
  JsonWriter optional(String name, String value) {
    return value == null ? this : name(name).value(value);
  }

  void end() {
    out.println();
    out.flush();
  }

  private JsonWriter open(char bracket) {
    separate();
    out.print(bracket);
    depth++;
    first = true;
    return this;
  }

  private JsonWriter close(char bracket) {
    depth--;
    if (!first) {
      newLine();
    }
    out.print(bracket);
    first = false;
    return this;
  }

  private void separate() {
    if (named) {
      named = false;
      return;
    }
    if (!first) {
      out.print(',');
    }
    if (depth > 0) {
      newLine();
    }
    first = false;
  }

  private void newLine() {
    out.print('\n');
    for (int i = 0; i < depth; i++) {
      out.print("  ");
    }
  }

  private void string(String text) {
    out.print('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.print("\\\"");
        case '\\' -> out.print("\\\\");
        case '\n' -> out.print("\\n");
        case '\r' -> out.print("\\r");
        case '\t' -> out.print("\\t");
        default -> {
          if (c < 0x20 || Character.isSurrogate(c) || c == 0x7F) {
            out.printf("\\u%04x", (int) c); // pairs too: two escapes are a character
          } else {
            out.print(c);
          }
        }
      }
    }
    out.print('"');
  }
}
