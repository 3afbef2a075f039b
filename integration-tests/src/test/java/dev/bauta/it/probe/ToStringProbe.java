package dev.bauta.it.probe;

import dev.bauta.annotations.Pii;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Prints classes with {@code @Pii} members, in the ways in which {@code toString()} is written. */
public final class ToStringProbe {

  private ToStringProbe() {}

  public static void main(String[] args) {
    String name = "Needle Lovelace";
    LocalDate born = LocalDate.of(1815, 12, 10);
    List<Object> all =
        List.of(
            new Generated(7, name, born, 815),
            new Concatenated(name, born),
            new Built(name, 815),
            new Formatted(name, 815),
            new ByGetter(name),
            new Trimmed(name),
            new Marked(name),
            new Child(name),
            Ordered.builder(name));
    for (Object printed : all) {
      System.out.println(printed.getClass().getSimpleName() + ": " + printed);
    }
    Generated one = new Generated(7, name, born, 815);
    Generated other = new Generated(7, name, born, 815);
    System.out.println("equal: " + one.equals(other) + " " + (one.hashCode() == other.hashCode()));
    System.out.println("value kept: " + one.name().equals(name));
    System.out.println("null: " + new Generated(7, null, null, 0));
    System.out.println("probe done");
  }

  record Generated(
      long id, @Pii("name") String name, @Pii("date-of-birth") LocalDate born, @Pii int pin) {}

  record Concatenated(@Pii("name") String name, @Pii("date-of-birth") LocalDate born) {
    @Override
    public String toString() {
      return "Concatenated for " + name + ", born " + born;
    }
  }

  /** With a builder as tools write it: the same fields, and no annotation. */
  static final class Ordered {
    @Pii("name")
    private final String name;

    private Ordered(String name) {
      this.name = name;
    }

    static OrderedBuilder builder(String name) {
      return new OrderedBuilder(name);
    }

    static final class OrderedBuilder {
      private final String name;

      OrderedBuilder(String name) {
        this.name = name;
      }

      Ordered build() {
        return new Ordered(name);
      }

      @Override
      public String toString() {
        return "builder for " + name;
      }
    }
  }

  static final class Built {
    @Pii("name")
    private final String name;

    @Pii private final long pin;

    Built(String name, long pin) {
      this.name = name;
      this.pin = pin;
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("Built for ");
      text.append(name);
      text.append(" with ").append(pin);
      return text.toString();
    }
  }

  static final class Formatted {
    @Pii("name")
    private final String name;

    @Pii private final int pin;

    Formatted(String name, int pin) {
      this.name = name;
      this.pin = pin;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "Formatted for %s with %d or %s", name, pin, pin);
    }
  }

  static final class ByGetter {
    @Pii("name")
    private final String name;

    ByGetter(String name) {
      this.name = name;
    }

    String getName() {
      return name;
    }

    @Override
    public String toString() {
      return "ByGetter for " + this.getName() + ", again " + Objects.toString(name);
    }
  }

  static final class Trimmed {
    @Pii("name")
    private final String name;

    Trimmed(String name) {
      this.name = name;
    }

    @Override
    public String toString() {
      return "Trimmed for " + name.trim();
    }
  }

  @Pii("name")
  record Marked(String whoever) {}

  static class Parent {
    @Pii("name")
    protected final String name;

    Parent(String name) {
      this.name = name;
    }

    @Override
    public String toString() {
      return "Parent for " + name;
    }
  }

  static final class Child extends Parent {
    Child(String name) {
      super(name);
    }

    @Override
    public String toString() {
      return "Child of " + super.toString();
    }
  }
}
