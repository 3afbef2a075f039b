package dev.bauta.agent.instrumentation.piitostring;

import dev.bauta.annotations.Pii;
import java.util.function.Function;

/** Classes without annotations, whose members rules name. */
@SuppressWarnings("all")
public final class RuledSamples implements Function<String, Object> {

  @Override
  public Object apply(String name) {
    return switch (name) {
      case "record" -> new Person("Ada Lovelace", 36, "open");
      case "written" -> new Written();
      case "format" -> new Formatted();
      case "getter" -> new Getter();
      case "annotated too" -> new Both();
      default -> new Other();
    };
  }

  record Person(String name, int age, String desk) {}

  static class Written {
    String name = "Ada Lovelace";
    int age = 36;
    String desk = "open";

    @Override
    public String toString() {
      return "Written " + name + " " + age + " " + desk;
    }
  }

  static class Formatted {
    String name = "Ada Lovelace";
    int age = 36;

    @Override
    public String toString() {
      return String.format("%s %d", name, age);
    }
  }

  static class Getter {
    private String first = "Ada";
    private String last = "Lovelace";

    public String getFullName() {
      return first + " " + last;
    }

    @Override
    public String toString() {
      return "Getter " + getFullName();
    }
  }

  static class Both {
    @Pii("name")
    String name = "Ada Lovelace";

    int age = 36;

    @Override
    public String toString() {
      return name + " " + age;
    }
  }

  static class Other {
    String name = "Ada Lovelace";

    @Override
    public String toString() {
      return name;
    }
  }
}
